package org.tumen.study.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.design.SaltelliDesign;
import org.tumen.analysis.sensitivity.Bootstrap;
import org.tumen.analysis.sensitivity.Estimate;
import org.tumen.analysis.sensitivity.MorrisAnalysis;
import org.tumen.analysis.sensitivity.MorrisEffect;
import org.tumen.analysis.sensitivity.SobolIndex;
import org.tumen.analysis.sensitivity.SobolIndices;
import org.tumen.study.Exploration;
import org.tumen.study.points.DesignPoints;
import org.tumen.study.points.PointValues;

/**
 * The indices of one quantity.
 *
 * @param of the quantity
 * @param main the index that ranks parameters, one each, greatest first: μ* or the total index
 * @param others the other indices: first and second order of Sobol's
 */
record SensitivityIndices(PointValues of, List<Line> main, List<Line> others) {
    /**
     * An index of a parameter, or of a pair.
     *
     * @param label the parameter as a reader knows it
     * @param estimate its value, with its interval
     * @param floor what noise alone would show
     * @param clear whether it stands out of the noise
     * @param more what only Morris's method gives
     */
    record Line(
            PointValues of,
            String index,
            String label,
            String path,
            Estimate estimate,
            double floor,
            boolean clear,
            More more) {}

    /** What only Morris's method gives: μ, the mean effect, and σ, the deviation of the effects; NaN for none. */
    record More(double mean, double deviation) {
        private static final More NONE = new More(Double.NaN, Double.NaN);
    }

    /** What the indices are made of. */
    record Setting(
            Exploration study,
            DesignPoints sample,
            SensitivitySection.Method method,
            Bootstrap bootstrap,
            @Nullable SaltelliDesign saltelli) {
        Line line(PointValues of, String index, int j, Estimate estimate, double floor, boolean clear, More more) {
            String path = study.factors().get(j).path();
            return new Line(of, index, study.labels().get(j), path, estimate, floor, clear, more);
        }
    }

    static SensitivityIndices of(Setting setting, PointValues of) {
        return switch (setting.method) {
            case MORRIS -> new SensitivityIndices(of, ranked(morris(setting, of)), List.of());
            case SOBOL -> sobol(setting, of);
        };
    }

    private static List<Line> ranked(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparingDouble((Line l) -> -l.estimate.value()))
                .toList();
    }

    private static List<Line> morris(Setting setting, PointValues of) {
        List<MorrisEffect> effects = MorrisAnalysis.ofReplicated(
                setting.sample.unit(),
                setting.sample.places(setting.study),
                of.rows(),
                of.clusters().get(0),
                setting.bootstrap);
        return IntStream.range(0, effects.size())
                .mapToObj(j -> {
                    MorrisEffect e = effects.get(j);
                    return setting.line(
                            of,
                            "\u03bc*",
                            j,
                            e.meanAbsolute(),
                            e.noiseFloor(),
                            e.distinguishable(),
                            new More(e.mean(), e.deviation()));
                })
                .toList();
    }

    private static SensitivityIndices sobol(Setting setting, PointValues of) {
        SobolIndices all = SobolIndices.ofReplicated(
                Objects.requireNonNull(setting.saltelli),
                of.rows(),
                of.clusters().get(0),
                setting.bootstrap);
        List<Line> total = new ArrayList<>();
        List<Line> first = new ArrayList<>();
        int factors = all.indices().size();
        for (int j = 0; j < factors; j++) {
            SobolIndex i = all.indices().get(j);
            total.add(setting.line(of, "total", j, i.total(), i.noiseFloor(), i.totalDistinguishable(), More.NONE));
            first.add(setting.line(of, "first", j, i.first(), 0, i.firstDistinguishable(), More.NONE));
        }
        List<Line> others = new ArrayList<>(ranked(first));
        for (int j = 0; j < factors; j++) {
            for (int l = j + 1; l < factors; l++) {
                Estimate pair = all.second()[j][l];
                if (pair != null) {
                    others.add(pair(total.get(j), total.get(l), pair));
                }
            }
        }
        return new SensitivityIndices(of, ranked(total), others);
    }

    private static Line pair(Line one, Line other, Estimate estimate) {
        return new Line(
                one.of,
                "second",
                one.label + " \u00d7 " + other.label,
                one.path + " x " + other.path,
                estimate,
                0,
                estimate.lower() > 0,
                More.NONE);
    }

    /** All indices, those that rank first. */
    List<Line> all() {
        List<Line> all = new ArrayList<>(main);
        all.addAll(others);
        return all;
    }

    /** The index that ranks a parameter second to its total one: its first-order index. */
    Line first(Line total) {
        return others.stream()
                .filter(line -> line.path.equals(total.path))
                .findFirst()
                .orElseThrow();
    }
}
