package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.selection.Selection;
import org.tumen.experiment.Job;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.Amount;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Scenario;
import org.tumen.store.ResultReader;
import org.tumen.store.part.RunRange;
import org.tumen.words.Numbers;

/**
 * Selects the best arm of each world: says which runs decide next, and tells what was selected. It looks at the same runs
 * whatever else is stored, so that a comparison that was killed, or had more runs before, selects the same.
 */
final class BestArm {
    private final Study study;
    private final SelectionOptions.Aim aim;
    private final int maxRuns;
    private final int replicates;
    private final Map<String, OfWorld> worlds = new LinkedHashMap<>();

    /** A selection before its first run. */
    BestArm(Study study, SelectionOptions.Aim aim, int maxRuns) {
        this.study = study;
        this.aim = aim;
        replicates = replicates(study);
        // Whole points alone are looked at.
        this.maxRuns = maxRuns - maxRuns % replicates;
        study.worlds().keySet().forEach(world -> worlds.put(world, new OfWorld(world)));
    }

    private static int replicates(Study study) {
        return Scenario.replicates(study.worlds().values().stream().flatMap(arms -> arms.values().stream()));
    }

    /** Runs of every arm before the first look. */
    static long first(Study study, int maxRuns) {
        return Math.min(maxRuns, (long) Selection.FIRST * replicates(study));
    }

    /** Whether an arm is selected in every world. */
    boolean decided() {
        return worlds.values().stream().allMatch(world -> world.selection.decided());
    }

    /** The runs that are wanted next; empty when all is selected or the most runs are made. */
    List<Job.Slice> wanted(ResultReader reader) {
        Map<String, double[]> stored = new HashMap<>();
        reader.identity().arms().forEach(arm -> {
            long to = reader.stored(arm.name()).stream()
                    .mapToLong(RunRange::to)
                    .max()
                    .orElse(0);
            double[] values = new double[(int) Math.min(maxRuns, to)];
            Arrays.fill(values, Double.NaN);
            stored.put(arm.name(), values);
        });
        reader.forEachRunOfAllArms(List.of(aim.measure().outcome()), (arm, run, values) -> {
            double[] column = stored.get(arm);
            if (column != null && run < column.length) {
                column[(int) run] = sign() * values[0];
            }
        });
        List<Job.Slice> slices = new ArrayList<>();
        worlds.values().forEach(world -> slices.addAll(world.wanted(reader, stored)));
        return slices;
    }

    /** The selection among the arms of a world, and how many runs it has looked at. */
    private final class OfWorld {
        private final String world;
        private final List<String> arms = study.arms();
        private final Selection selection = new Selection(arms.size(), aim.zone(), aim.confidence());
        private final long[] spent = new long[arms.size()];
        private long runs;

        private OfWorld(String world) {
            this.world = world;
        }

        private List<Job.Slice> wanted(ResultReader reader, Map<String, double[]> stored) {
            while (!selection.decided() && runs < maxRuns) {
                long to = Math.min(maxRuns, runs + (long) selection.more() * replicates);
                int[] inPlay = selection.inPlay();
                List<String> names = Arrays.stream(inPlay)
                        .mapToObj(a -> study.stored(world, arms.get(a)))
                        .toList();
                if (names.stream()
                        .anyMatch(arm ->
                                !RunRange.gaps(reader.stored(arm), runs, to).isEmpty())) {
                    return names.stream().map(arm -> new Job.Slice(arm, 0, to)).toList();
                }
                List<double[]> values = names.stream().map(stored::get).toList();
                if (runs == 0) {
                    selection.scale(deviation(values, completed(values, to)));
                }
                double[][] points = points(values, to);
                runs = to;
                Arrays.stream(inPlay).forEach(a -> spent[a] = runs);
                selection.take(points);
            }
            return List.of();
        }

        /**
         * The means of arms at the points of the runs that follow. A run that failed in any of these arms is left out of all; what
         * failed in an arm that was dropped before does not matter.
         */
        private double[][] points(List<double[]> inPlay, long to) {
            long[] completed = completed(inPlay, to);
            Clusters clusters = Clusters.of(completed, replicates);
            double[] sizes = clusters.sizes();
            return inPlay.stream()
                    .map(values -> {
                        double[] totals = clusters.totals(Arrays.stream(completed)
                                .mapToDouble(run -> values[(int) run])
                                .toArray());
                        return IntStream.range(0, totals.length)
                                .mapToDouble(c -> totals[c] / sizes[c])
                                .toArray();
                    })
                    .toArray(double[][]::new);
        }

        private long[] completed(List<double[]> inPlay, long to) {
            return LongStream.range(runs, to)
                    .filter(run -> inPlay.stream().noneMatch(values -> Double.isNaN(values[(int) run])))
                    .toArray();
        }

        /** The standard deviation of a run, of its mean variance over the arms. */
        private static double deviation(List<double[]> inPlay, long[] completed) {
            return Math.sqrt(inPlay.stream()
                    .mapToDouble(values -> StatUtils.variance(Arrays.stream(completed)
                            .mapToDouble(run -> values[(int) run])
                            .toArray()))
                    .average()
                    .orElse(0));
        }

        private long total() {
            return Arrays.stream(spent).sum();
        }

        private String answer() {
            String best = arms.get(selection.best());
            String where = worlds.size() > 1 ? " in the world " + world : "";
            String outcome = CompareFormats.lower(aim.measure().outcome());
            if (!selection.decided()) {
                return "None of "
                        + Arrays.stream(selection.inPlay()).mapToObj(arms::get).collect(Collectors.joining(", "))
                        + " is selected as the best in " + outcome + where + " within "
                        + Numbers.counted(maxRuns, "run")
                        + " of each, the most allowed; " + best + " has the best mean.";
            }
            long equal = selection.equalAllocation() * replicates * arms.size();
            return best + " is selected as the best of " + Numbers.counted(arms.size(), "arm") + " in " + outcome
                    + where
                    + " (mean "
                    + Numbers.estimate(sign() * selection.mean(selection.best())) + "): with a probability of "
                    + percent() + " or more no other is better by more than " + zone(selection)
                    + ", though others may be as good. That took "
                    + Numbers.counted(total(), "run") + "; equal allocation with the same guarantee takes about "
                    + Numbers.count(equal) + ".";
        }

        private List<Row> rows() {
            return IntStream.range(0, arms.size())
                    .mapToObj(a -> new Row(world, arms.get(a), spent[a], sign() * selection.mean(a), fate(a)))
                    .toList();
        }

        private String fate(int arm) {
            int other = selection.droppedFor(arm);
            if (other < 0) {
                return selection.decided() ? Row.SELECTED : "in play";
            }
            return (selection.droppedAsEqual(arm) ? "dropped: equal to " : "dropped: behind ") + arms.get(other);
        }
    }

    private record Row(String world, String arm, long spent, double mean, String fate) {
        private static final String SELECTED = "selected";
    }

    private int sign() {
        return aim.measure().direction() == Direction.LESS ? -1 : 1;
    }

    private String percent() {
        return Numbers.plain(100 * aim.confidence()) + " %";
    }

    private String zone(Selection selection) {
        Amount amount = Amount.in(aim.measure().outcome().unit());
        return amount.told(Numbers.shown(amount.factor() * selection.zone()));
    }

    /** Tells what was selected, before all else. */
    void tell(Findings.Builder found) {
        Outcome outcome = aim.measure().outcome();
        worlds.values().forEach(world -> found.answer(world.answer()));
        String source = aim.zone() > 0
                ? ""
                : " That is a tenth of the standard deviation of a run at the first look; --indifference or"
                        + " compare.indifference states another.";
        found.section("selection", "The best arm in " + CompareFormats.lower(outcome))
                .say(
                        "All arms began on common random numbers, and each was dropped as soon as it lay further behind another than"
                                + " chance allows (Kim and Nelson 2001). A difference of "
                                + worlds.values().stream()
                                        .map(world -> zone(world.selection))
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + " does not matter. Where other arms lie closer to the best than that, the probability was tested, not"
                                + " proved." + source
                                + " The intervals of the verdicts ask for more: they hold for all arms and outcomes together and must"
                                + " leave out 0, so that they may leave undecided what was selected.");
        TableBuilder<Row> table = Table.of(
                "selection",
                "The runs that the selection looked at, which are those of the mean, and what became of each arm.",
                worlds.values().stream().flatMap(w -> w.rows().stream()).toList());
        if (worlds.size() > 1) {
            table.text("World", Row::world);
        } else {
            table.storedText("world", "World", Row::world);
        }
        found.table(table.text("Arm", Row::arm)
                .count("Runs", Row::spent, "runs")
                .number(outcome.label(), "mean", Row::mean, Numbers::estimate, outcome.unit())
                .text("What became of it", "fate", Row::fate)
                .marked(row -> row.fate().equals(Row.SELECTED))
                .build());
    }
}
