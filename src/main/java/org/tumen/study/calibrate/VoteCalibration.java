package org.tumen.study.calibrate;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.Interval;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.ballot.LevelDistribution;
import org.tumen.ballot.PosteriorFile;
import org.tumen.ballot.PosteriorRow;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.ballot.VotePosterior;
import org.tumen.ballot.VotePrior;
import org.tumen.ballot.VoteWeights;
import org.tumen.findings.Table;
import org.tumen.scenario.VoteRows;
import org.tumen.words.Numbers;
import org.tumen.world.VoteResult;

/** The posterior of the vote model given the Council's votes on record. */
public record VoteCalibration(CalibrationStudy study) {
    private static final int SCENARIO_POINTS = 1000;

    /**
     * Computes the posterior.
     *
     * @param folder that receives the rows, as a file like those that the program ships
     * @param command that makes the file, which it names
     */
    public CalibrationFindings fit(CalibrationFolder folder, String command, PrintWriter err) {
        err.println("Weighing draws from the priors by the votes on record ...");
        LocalDate day = LocalDate.of(study.settings().knownTo(), Month.SEPTEMBER, 1);
        VotePosterior posterior = VotePosterior.of(
                study.settings().cautious() ? VoteAssumptions.CAUTIOUS : VoteAssumptions.STANDARD,
                RollCall.ofRecord(),
                day,
                study.settings().draws(),
                study.seed());
        int rows = study.settings().rows();
        folder.text("rows.csv", PosteriorFile.text(posterior, rows, command));
        Posterior sample = equal(sample(posterior, rows));
        return new CalibrationFindings(
                study,
                rows(posterior),
                VoteRows.paths(study.base().councilName()),
                sample,
                equal(first(posterior.draws())),
                equal(sample(posterior, SCENARIO_POINTS)),
                List.of(),
                List.of(beliefs(posterior)),
                posterior.effectiveSampleSize(),
                notes(posterior, rows));
    }

    private static List<PosteriorRow> sample(VotePosterior posterior, int rows) {
        List<PosteriorRow> draws = posterior.draws();
        return Arrays.stream(posterior.resample(rows)).mapToObj(draws::get).toList();
    }

    private static List<PosteriorRow> first(List<PosteriorRow> draws) {
        return draws.subList(0, Math.min(SCENARIO_POINTS, draws.size()));
    }

    private static Posterior equal(List<PosteriorRow> rows) {
        List<List<Double>> points = rows.stream()
                .map(row -> Arrays.stream(row.toArray()).boxed().toList())
                .toList();
        return new Posterior(points, Collections.nCopies(rows.size(), 1.0 / rows.size()));
    }

    /** What all draws tell of each weight; the rows that are kept of them tell no more. */
    private static List<CalibratedParameter> rows(VotePosterior posterior) {
        Posterior prior = equal(posterior.draws());
        Posterior weighted = new Posterior(
                prior.points(),
                IntStream.range(0, prior.points().size())
                        .mapToObj(posterior::weight)
                        .toList());
        List<CalibratedParameter> rows = new ArrayList<>();
        for (int i = 0; i < VoteWeights.NAMES.size(); i++) {
            rows.add(CalibratedParameter.of(
                    VoteWeights.NAMES.get(i),
                    new Interval(VotePrior.LOW.toArray()[i], VotePrior.HIGH.toArray()[i]),
                    prior,
                    weighted,
                    i));
        }
        return rows;
    }

    private static Table beliefs(VotePosterior posterior) {
        List<Integer> levels =
                IntStream.range(0, LevelDistribution.LEVELS).boxed().toList();
        return Table.of("beliefs", "The mean belief over rivalry on " + posterior.day() + ".", levels)
                .number("Rivalry", LevelDistribution::rivalry, Table.fixed(1), "0 to 1")
                .number(
                        "Mean probability",
                        j -> posterior.mean(r -> r.belief().probability(j)),
                        Table.fixed(3),
                        Table.SHARE)
                .build();
    }

    private static Map<String, String> notes(VotePosterior posterior, int rows) {
        List<RollCall> calls = posterior.calls();
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(
                "sample",
                Numbers.counted(calls.size(), "vote") + " on drafts, "
                        + calls.stream()
                                .filter(c -> c.result() == VoteResult.VETOED)
                                .count()
                        + " of them vetoed; so few vetoes support no precise probability of a veto");
        notes.put(
                "effective sample size",
                String.format(
                        Locale.ROOT,
                        "%,.0f of %,d draws from the priors",
                        posterior.effectiveSampleSize(),
                        posterior.draws().size()));
        notes.put(
                "kept in rows.csv",
                Numbers.counted(rows, "row") + " of equal weight, each with the belief that follows from its weights");
        return notes;
    }
}
