package org.tumen.chart.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.KaplanMeier;
import org.tumen.analysis.WeeklyBands;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.chart.Theme;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/** The pictures of one batch. */
public final class BatchPictures {
    /** The outcomes of the sheet of distributions. */
    public static final List<Outcome> MAIN = List.of(
            Outcome.MEAN_STABILITY,
            Outcome.FINAL_STABILITY,
            Outcome.MIN_STABILITY,
            Outcome.MEAN_TENSION,
            Outcome.ANY_CRISIS,
            Outcome.FIRST_CRISIS,
            Outcome.CRISIS_WEEKS,
            Outcome.INCIDENTS,
            Outcome.LAUNCHES,
            Outcome.TERMS_STRUCK,
            Outcome.DEALS_ABANDONED,
            Outcome.DELIVERED,
            Outcome.FIRST_SHIPMENT,
            Outcome.FIRST_WARNING,
            Outcome.FINAL_CREDIBILITY,
            Outcome.FINAL_ARSENAL,
            Outcome.FINAL_INTEGRITY,
            Outcome.MEAN_ENFORCEMENT);

    /** The outcomes that have a picture of their own. */
    private static final List<Outcome> SINGLE = List.of(
            Outcome.MEAN_STABILITY, Outcome.MEAN_TENSION, Outcome.DELIVERED, Outcome.LAUNCHES, Outcome.FIRST_CRISIS);

    private BatchPictures() {}

    /**
     * All pictures of a batch, by name of the file without its ending.
     *
     * @throws IllegalArgumentException when an outcome that a picture needs is missing
     */
    public static Map<String, Picture> of(BatchData data) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("overview", overview(data));
        pictures.put("distributions", distributions(data));
        for (Outcome outcome : SINGLE) {
            pictures.put("distribution_" + outcome.key(), distribution(data, outcome));
        }
        pictures.put("stability", stability(data));
        pictures.put("tension", tension(data));
        pictures.put("deal_stages", stages(data));
        pictures.put("time_to_crisis", timeToCrisis(data));
        pictures.put("acts", acts(data));
        return pictures;
    }

    /** The distribution of one outcome. */
    public static Picture distribution(BatchData data, Outcome outcome) {
        String how =
                switch (outcome.kind()) {
                    case CONTINUOUS ->
                        "Bars: histogram; line: Gaussian kernel density; upright lines: 5th, 50th and 95th percentile.";
                    case COUNT -> "Bars: share of runs; upright lines: 5th, 50th and 95th percentile.";
                    case FLAG -> "Share of runs in which it happened.";
                    case TIME ->
                        "Bars: share of all runs; upright lines: 5th, 50th and 95th percentile of all runs. Right: runs in which it"
                                + " did not happen within the horizon, on a scale of their own (0 to 100 %).";
                };
        return sheet(outcome.label(), data, how)
                .add(new DistributionPanel(data.outcome(outcome), "", data.weeks()), outcome.key())
                .picture(outcome.kind() == Kind.FLAG ? 250 : 470);
    }

    /** The distributions of the main outcomes. */
    public static Picture distributions(BatchData data) {
        Sheet sheet = sheet(
                        "Outcome distributions",
                        data,
                        "Bars: share of runs; lines: kernel density; upright lines and numbers: 5th, 50th (solid) and 95th"
                                + " percentile. {Axis} bars: share of runs in which it did not happen within the horizon.")
                .columns(3);
        for (Outcome outcome : MAIN) {
            sheet.add(new DistributionPanel(data.outcome(outcome), outcome.label(), data.weeks()), outcome.key());
        }
        Outcome.all().stream()
                .filter(outcome -> !MAIN.contains(outcome) && data.outcomes().containsKey(outcome))
                .forEach(outcome -> sheet.spare(
                        new DistributionPanel(data.outcome(outcome), outcome.label(), data.weeks()), outcome.key()));
        return sheet.picture(1120);
    }

    /** Stability by week. */
    public static Picture stability(BatchData data) {
        return sheet("Stability over time", data, fanCaption(data.sampleStability().length))
                .add(stabilityFan(data, ""))
                .picture(500);
    }

    /** Tension by week. */
    public static Picture tension(BatchData data) {
        return sheet("Tension over time", data, fanCaption(data.sampleTension().length))
                .add(tensionFan(data, ""))
                .picture(500);
    }

    /** The stage of the deal by week. */
    public static Picture stages(BatchData data) {
        return sheet("Stage of the deal over time", data, "Share of runs in each stage at the end of each week.")
                .add(new StagePanel("", data.stages(), data.start()))
                .picture(470);
    }

    /** The survival curve of weeks to the first crisis. */
    public static Picture timeToCrisis(BatchData data) {
        SurvivalPanel panel = survival(data, "");
        String how = "Kaplan–Meier estimate with pointwise 95 % band on the log(−log) scale. "
                + (panel.cut() ? "The vertical axis does not begin at 0." : "Dashed: the median.");
        return sheet("Time to the first crisis", data, how).add(panel).picture(490);
    }

    /** What the warners and the Council did. */
    public static Picture acts(BatchData data) {
        return sheet(
                        "What the warners and the Council did",
                        data,
                        "Dots and numbers: mean a run; lines and brackets: 5th to 95th"
                                + " percentile of runs. Vetoes and drafts short of"
                                + " nine votes include renewals of the panel's mandate.")
                .add(new ActsPanel(data, ""))
                .picture(490);
    }

    /** Six panels on one sheet. */
    public static Picture overview(BatchData data) {
        String how =
                "Upright lines: 5th, 50th and 95th percentile. Fans: median, middle 50 % and 90 % of runs, single runs"
                        + " thin. e: Kaplan–Meier curve with pointwise 95 % band"
                        + (survival(data, "").cut() ? "; the axis does not begin at 0" : "")
                        + ". f: mean and 5th to 95th percentile.";
        return new Sheet(
                        data.name() + ": outcomes of " + Numbers.count(data.runs())
                                + (data.runs() == 1 ? " run" : " runs"),
                        data.description(),
                        how + "\n" + data.identity())
                .columns(2)
                .gap(22)
                .add(new DistributionPanel(data.outcome(Outcome.MEAN_STABILITY), "a   Mean stability", data.weeks()))
                .add(stabilityFan(data, "b   Stability over time"))
                .add(tensionFan(data, "c   Tension over time"))
                .add(new StagePanel("d   Stage of the deal", data.stages(), data.start()))
                .add(survival(data, "e   Time to the first crisis"))
                .add(new ActsPanel(data, "f   What the warners and the Council did"))
                .picture(880);
    }

    static FanPanel stabilityFan(BatchData data, String title) {
        return new FanPanel(
                title,
                "stability index",
                data.stability(),
                data.sampleStability(),
                data.start(),
                Theme.BLUE,
                range(List.of(data.stability()), data.sampleStability(), Double.NaN),
                List.of());
    }

    private static FanPanel tensionFan(BatchData data, String title) {
        return new FanPanel(
                title,
                "tension index",
                data.tension(),
                data.sampleTension(),
                data.start(),
                Theme.VERMILLION,
                range(List.of(data.tension()), data.sampleTension(), data.crisisOn()),
                List.of(
                        new FanPanel.Level(data.crisisOn(), "crisis begins at " + Numbers.label(data.crisisOn())),
                        new FanPanel.Level(data.crisisOff(), "and ends at " + Numbers.label(data.crisisOff()))));
    }

    private static SurvivalPanel survival(BatchData data, String title) {
        KaplanMeier curve = data.firstCrisis();
        return new SurvivalPanel(
                title, "runs without a crisis, %", List.of(new SurvivalPanel.Arm("", curve)), data.weeks());
    }

    /** Axis limits at multiples of five that hold all bands, single runs and a reference value. */
    static double[] range(List<WeeklyBands> bands, double[][] samples, double also) {
        DoubleStream low = bands.stream().flatMapToDouble(b -> DoubleStream.of(b.at(5)));
        DoubleStream high = bands.stream().flatMapToDouble(b -> DoubleStream.of(b.at(95)));
        double least = low.min().orElse(0);
        double most = high.max().orElse(100);
        for (double[] sample : samples) {
            least = Math.min(least, DoubleStream.of(sample).min().orElse(least));
            most = Math.max(most, DoubleStream.of(sample).max().orElse(most));
        }
        if (!Double.isNaN(also)) {
            most = Math.max(most, also + 4);
        }
        return new double[] {Math.floor(least / 5) * 5, Math.ceil(most / 5) * 5};
    }

    private static String fanCaption(int samples) {
        return "Line: median; bands: the middle 50 % and 90 % of runs at the end of each week"
                + (samples == 0 ? "." : "; thin lines: " + samples + (samples == 1 ? " single run." : " single runs."));
    }

    private static Sheet sheet(String title, BatchData data, String how) {
        String subtitle = data.description().isEmpty() ? data.name() : data.name() + ": " + data.description();
        return new Sheet(title, subtitle, how + "\n" + data.identity());
    }
}
