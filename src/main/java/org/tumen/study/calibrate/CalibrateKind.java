package org.tumen.study.calibrate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Cancellation;
import org.tumen.findings.Findings;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.StudyRecord;
import org.tumen.study.FindingsFiles;
import org.tumen.study.Interruption;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.Workload;
import org.tumen.words.Numbers;

/** Calibrations of parameters to the public record, with their uncertainty. */
public final class CalibrateKind extends StudyKind<CalibrateSection, CalibrationStudy> {
    private static final int DIGITS = 12;

    /** For ServiceLoader. */
    public CalibrateKind() {
        super(
                "calibrate",
                "Calibrate parameters to the public record, with their uncertainty: approximate Bayesian computation by population "
                        + "Monte Carlo (abc_smc) for parameters of the dynamics, importance sampling (votes) for the weights of "
                        + "the Council's votes. Each generation is stored as it is finished; the same command goes on after the "
                        + "last.",
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
    public Map<String, String> refused() {
        Map<String, String> refused = new HashMap<>(OF_GENERATIONS);
        refused.put("--runs", "serves batches; calibrate.runs_per_point says how many a point has");
        return refused;
    }

    @Override
    public @Nullable CalibrationStudy plan(StudyReading study, CalibrateSection section) {
        return CalibrationStudy.of(study, section);
    }

    @Override
    public List<Workload> workload(CalibrationStudy plan, StudyRequest request, StudySession session) {
        Path folder = folder(plan, request);
        if (plan.votes()) {
            String points = plan.settings().draws() + " draws of the importance sample";
            return List.of(new Workload(folder, points, 0, plan.base(), false, "nothing is simulated"));
        }
        int generations = plan.settings().generations();
        long points = (long) plan.settings().particles() * generations;
        return List.of(new Workload(
                folder,
                String.format(Locale.ROOT, "%,d particles in %s", points, Numbers.counted(generations, "generation")),
                points * plan.settings().runsPerPoint(),
                plan.base(),
                false,
                String.format(
                        Locale.ROOT,
                        "at least; points that miss the tolerance come on top, up to 1 / min_acceptance = %.0f times as many",
                        1 / plan.settings().minAcceptance())));
    }

    private static Path folder(CalibrationStudy study, StudyRequest request) {
        return request.folderOr(study.name() + "-calibrate-" + hash(study));
    }

    @Override
    public List<Findings> run(CalibrationStudy study, StudyRequest request, StudySession session)
            throws InterruptedException {
        String hash = hash(study);
        Path folder = folder(study, request);
        Cancellation cancellation = session.cancellation().inner();
        try (Interruption stop = new Interruption(cancellation);
                CalibrationFolder result = CalibrationFolder.open(
                        folder,
                        new StudyRecord(hash, study.record(), session.command()),
                        session.execution().force())) {
            CalibrationFindings found = study.votes()
                    ? new VoteCalibration(study).fit(result, "tumen calibrate " + request.file(), session.err())
                    : new AbcCalibration(study, result, session, cancellation).run();
            result.notices().forEach(session.err()::println);
            Path scenario = Path.of(study.name() + "-posterior.yaml");
            result.text(scenario.toString(), found.scenarioText());
            return List.of(FindingsFiles.write(found.of(scenario), folder, null, session));
        }
    }

    private static String hash(CalibrationStudy study) {
        return DigestUtils.sha256Hex(DiplomacySim.MODEL_VERSION + study.deciding())
                .substring(0, DIGITS);
    }
}
