package org.tumen.study.calibrate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Cancellation;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.StudyRecord;
import org.tumen.study.FindingsFiles;
import org.tumen.study.Interruption;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.file.StudyReading;

/** Calibrations of parameters to the public record, with their uncertainty. */
public final class CalibrateKind extends StudyKind<CalibrateSection, CalibrationStudy> {
    private static final int DIGITS = 12;

    /** For ServiceLoader. */
    public CalibrateKind() {
        super(
                "calibrate",
                "Calibrates parameters to the public record, with their uncertainty.",
                CalibrateSection.class,
                "parameters",
                "targets",
                "weeks");
    }

    @Override
    public Set<String> asked() {
        return Set.of(
                "parameters", "targets", "weeks", "calibrate.method", "calibrate.particles", "calibrate.generations");
    }

    @Override
    public @Nullable CalibrationStudy plan(StudyReading study, CalibrateSection section) {
        return CalibrationStudy.of(study, section);
    }

    @Override
    public void run(CalibrationStudy study, StudyRequest request, StudySession session) throws InterruptedException {
        String hash = hash(study);
        Path folder = request.folderOr(study.name() + "-calibrate-" + hash);
        Cancellation cancellation = session.cancellation().inner();
        try (Interruption stop = new Interruption(cancellation);
                CalibrationFolder result = CalibrationFolder.open(
                        folder,
                        new StudyRecord(hash, study.record()),
                        session.execution().force())) {
            CalibrationFindings found = study.votes()
                    ? new VoteCalibration(study).fit(result, "tumen calibrate " + request.file(), session.err())
                    : new AbcCalibration(study, result, session, cancellation).run();
            result.notices().forEach(session.err()::println);
            Path scenario = Path.of(study.name() + "-posterior.yaml");
            result.text(scenario.toString(), found.scenarioText());
            FindingsFiles.write(found.of(scenario), folder, null, session);
        }
    }

    private static String hash(CalibrationStudy study) {
        try {
            byte[] text = (DiplomacySim.MODEL_VERSION + study.deciding()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
