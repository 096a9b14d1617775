package org.tumen.study.calibrate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.chart.Picture;
import org.tumen.chart.ScatterMatrix;
import org.tumen.chart.Sheet;
import org.tumen.words.Numbers;

/** The picture of pairs of parameters of prior and posterior. */
record CalibrationPictures(CalibrationFindings output, Function<CalibratedParameter, String> label) {
    private static final int MOST_PAIRED = 7;
    private static final int SHOWN = 400;

    /** Points of the prior in grey and, in colour, as many of the posterior, picked evenly along its weights. */
    Picture pairs() {
        int n = Math.min(MOST_PAIRED, output.rows().size());
        List<List<Double>> before = picked(output.prior());
        List<List<Double>> after = picked(output.posterior());
        double[][] columns = new double[n][before.size() + after.size()];
        boolean[] highlighted = new boolean[before.size() + after.size()];
        Arrays.fill(highlighted, before.size(), highlighted.length, true);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < highlighted.length; i++) {
                columns[j][i] = (highlighted[i] ? after.get(i - before.size()) : before.get(i)).get(j);
            }
        }
        // Whose a parameter is stands in the table; there is no room for it beside so many small plots.
        List<String> names = output.rows().stream()
                .limit(n)
                .map(label)
                .map(name -> name.substring(name.lastIndexOf(": ") < 0 ? 0 : name.lastIndexOf(": ") + 2))
                .toList();
        String which = n == output.rows().size()
                ? ""
                : " The first " + n + " of " + Numbers.counted(output.rows().size(), "parameter") + ".";
        return new Sheet(
                        "Pairs of parameters",
                        output.study().name(),
                        "{Axis}: points of the prior. {Hue}: points of the posterior, picked by weight." + which)
                .add(new ScatterMatrix(names, columns, highlighted))
                .picture(160 + 130 * n);
    }

    private static List<List<Double>> picked(Posterior sample) {
        return IntStream.range(0, SHOWN)
                .mapToObj(i -> sample.points().get(sample.pick((i + 0.5) / SHOWN)))
                .toList();
    }
}
