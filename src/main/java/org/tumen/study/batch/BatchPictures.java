package org.tumen.study.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartPanel;
import org.tumen.findings.ChartSheet;
import org.tumen.outcome.Outcome;
import org.tumen.study.arm.ArmCharts;
import org.tumen.study.arm.ArmFindings;
import org.tumen.words.Numbers;

/** The still pictures of one batch: its live charts. */
public record BatchPictures(ArmCharts charts) {
    /** The outcomes that have a picture of their own. */
    private static final List<Outcome> SINGLE = List.of(
            Outcome.MEAN_STABILITY, Outcome.MEAN_TENSION, Outcome.DELIVERED, Outcome.LAUNCHES, Outcome.FIRST_CRISIS);

    /**
     * All pictures, by name of the file without its ending.
     *
     * @throws IllegalArgumentException when an outcome that a picture needs is missing
     */
    public Map<String, Picture> all() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("overview", overview());
        pictures.put("distributions", distributions());
        for (Outcome outcome : SINGLE) {
            pictures.put("distribution_" + outcome.key(), picture(distribution(outcome), outcome.key()));
        }
        charts.fans().forEach(fan -> pictures.put(fan.name(), picture(fan)));
        pictures.put("deal_stages", picture(charts.stages()));
        pictures.put("time_to_crisis", picture(charts.survival()));
        pictures.put("acts", picture(charts.acts()));
        return pictures;
    }

    private BatchData data() {
        return charts.arm();
    }

    private Chart distribution(Outcome outcome) {
        return charts.distribution(data().outcome(outcome));
    }

    private Picture picture(Chart chart, String... about) {
        return ChartSheet.picture(chart, subtitle(), data().identity(), about);
    }

    private String subtitle() {
        return data().description().isEmpty() ? data().name() : data().name() + ": " + data().description();
    }

    private Picture distributions() {
        Sheet sheet = new Sheet(
                        "Outcome distributions",
                        subtitle(),
                        "Bars: share of runs; curves: kernel density; upright lines: the values that 5, 50 and 95 % of runs stay"
                                + " below, as far as they lie within the run, and the mean where every run has a value. Of what happens or not: share of runs with its exact 95 % interval.\n"
                                + data().identity())
                .columns(3);
        List<Outcome> outcomes = new ArmFindings(data())
                .outcomes().stream().map(SummaryDistribution::outcome).toList();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            ChartPanel panel = new ChartPanel(distribution(outcome), told(outcome));
            if (i < ArmFindings.main()) {
                sheet.add(panel, outcome.key());
            } else {
                sheet.spare(panel, outcome.key());
            }
        }
        return sheet.picture(1120);
    }

    /** Runs in which something does not happen are in no bar, and in no caption of a sheet. */
    private String told(Outcome outcome) {
        double never = data().outcome(outcome).summary().censoredShare();
        return outcome.label() + (never > 0 ? ", none in " + Numbers.percent(never) + " of runs" : "");
    }

    /** Six panels on one sheet. */
    private Picture overview() {
        String how =
                "a: the mean, and the values that 5, 50 and 95 % of runs stay below. b, c: single runs thin. e: Kaplan–Meier curve"
                        + " with pointwise 95 % band"
                        + (ChartSheet.isCut(charts.survival()) ? "; the axis does not begin at 0" : "")
                        + ". f: mean and 5th to 95th percentile.";
        String runs = Numbers.counted(data().runs(), "run");
        return new Sheet(data().name() + ": outcomes of " + runs, data().description(), how + "\n" + data().identity())
                .columns(2)
                .gap(22)
                .add(new ChartPanel(distribution(Outcome.MEAN_STABILITY), "a   Mean stability"))
                .add(new ChartPanel(charts.fans().get(0), "b   Stability over time"))
                .add(new ChartPanel(charts.fans().get(1), "c   Tension over time"))
                .add(new ChartPanel(charts.stages(), "d   Stage of the deal"))
                .add(new ChartPanel(charts.survival(), "e   Time to the first crisis"))
                .add(new ChartPanel(charts.acts(), "f   What the warners, their allies and the Council did"))
                .picture(980);
    }
}
