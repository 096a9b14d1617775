package org.tumen.study.arm;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.KaplanMeier;
import org.tumen.chart.Axes;
import org.tumen.findings.Chart;
import org.tumen.words.Numbers;

/** The share of runs without a crisis by week, of one arm or several. */
public final class SurvivalChart {
    /** Weeks for which the number of runs at risk stands beneath the curve. */
    private static final int TICKS = 7;

    private SurvivalChart() {}

    /** @param arms by name, one or more */
    public static Chart of(String name, String title, Map<String, BatchData> arms) {
        BatchData any = arms.values().iterator().next();
        boolean one = arms.size() == 1;
        Chart.Builder chart = Chart.of(
                        name,
                        title,
                        "Kaplan–Meier estimate of the share of runs in which tension has not yet reached "
                                + Numbers.shown(any.crisisOn())
                                + ", with the pointwise 95 % band"
                                + (one ? "." : "; in brackets the share at the end."))
                .dates()
                .y("runs without a crisis", "%");
        double[] weeks = IntStream.rangeClosed(0, any.weeks())
                .filter(week -> week % Axes.weekStep(any.weeks(), TICKS) == 0)
                .asDoubleStream()
                .toArray();
        double[] days = Arrays.stream(weeks).map(any::day).toArray();
        chart.beneath(
                "At risk, week",
                days,
                Arrays.stream(weeks).mapToObj(Numbers::label).toList());
        arms.forEach((called, data) -> {
            KaplanMeier curve = data.firstCrisis();
            double end = curve.survivalAt(data.weeks());
            int n = curve.time().length;
            double[] at = new double[n + 2];
            System.arraycopy(curve.time(), 0, at, 1, n);
            at[n + 1] = data.weeks();
            chart.add(
                    Chart.Shape.STEPS,
                    one ? called : called + " (" + Numbers.percent(end) + ")",
                    Arrays.stream(at).map(data::day).toArray(),
                    steps(curve.survival()),
                    steps(curve.lower()),
                    steps(curve.upper()),
                    Arrays.stream(at)
                            .mapToObj(week -> "Week " + Numbers.label(week))
                            .toList());
            if (one) {
                chart.level(100 * end, Numbers.percent(end));
            }
            curve.median().ifPresent(week -> chart.upright(data.day(week), "half in week " + Numbers.label(week)));
            chart.beneath(
                    called,
                    days,
                    Arrays.stream(weeks)
                            .mapToObj(week -> Numbers.count(curve.atRiskAt(week)))
                            .toList());
        });
        return chart.build();
    }

    /** In percent: all at the start, and the last value up to the end. */
    private static double[] steps(double[] values) {
        double[] steps = new double[values.length + 2];
        steps[0] = 100;
        for (int i = 0; i < values.length; i++) {
            steps[i + 1] = Double.isFinite(values[i]) ? 100 * values[i] : 0;
        }
        steps[steps.length - 1] = steps[steps.length - 2];
        return ArmCharts.rounded(steps);
    }
}
