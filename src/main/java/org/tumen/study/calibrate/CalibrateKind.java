package org.tumen.study.calibrate;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.Interruption;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;

/** Calibrations of parameters to the public record, with their uncertainty. */
public final class CalibrateKind implements StudyKind {
    private static final int DIGITS = 12;

    @Override
    public String name() {
        return "calibrate";
    }

    @Override
    public void run(StudyRequest request, StudySession session) throws InterruptedException {
        CalibrationStudy study = CalibrationStudy.read(
                request.file(), request.options(), session.execution().seed());
        String hash = hash(study);
        Path folder = request.folderOr(study.name() + "-calibrate-" + hash);
        PrintWriter err = session.err();
        AtomicBoolean cancelled = new AtomicBoolean();
        try (Interruption stop = new Interruption(cancelled);
                CalibrationFolder result =
                        CalibrationFolder.open(folder, hash, session.execution().force())) {
            CalibrationOutput output = study.votes()
                    ? new VoteCalibration(study).fit(result, "tumen calibrate " + request.file(), err)
                    : new AbcCalibration(study, result, err, cancelled).run();
            output.write(result, session.out());
        } catch (CancellationException e) {
            throw new InterruptedException("interrupted");
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
