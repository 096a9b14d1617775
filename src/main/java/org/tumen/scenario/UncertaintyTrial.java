package org.tumen.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.ParameterSetter;

/** Tries whether what is drawn contradicts the values of the points of a design; each point meets draws of its own. */
final class UncertaintyTrial {
    private final ParameterSetter<Scenario> setter;
    private final int tries;
    private final List<double[]> drawn = new ArrayList<>();

    private UncertaintyTrial(Scenario scenario, List<String> paths, int tries, int points) {
        this.tries = tries;
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        List<String> all = new ArrayList<>(paths);
        all.addAll(draw.paths());
        setter = new ParameterSetter<>(scenario.certain(), all);
        int replicates = Objects.requireNonNull(scenario.uncertainties()).replicates();
        for (int i = 0; i < tries * points; i++) {
            drawn.add(draw.values(scenario.batch().seed(), (long) i * replicates));
        }
    }

    /** The trial of a design; null where a value of its points is itself drawn, so that no point keeps its own. */
    static @Nullable UncertaintyTrial of(Scenario scenario, List<String> paths, int tries, int points) {
        List<String> drawn = new UncertaintyDraw(scenario).paths();
        return paths.stream().anyMatch(drawn::contains) ? null : new UncertaintyTrial(scenario, paths, tries, points);
    }

    /** @throws IllegalArgumentException when the values of a point and what is drawn contradict each other */
    void require(int point, double[] values) {
        double[] all = new double[setter.paths().size()];
        System.arraycopy(values, 0, all, 0, values.length);
        for (double[] others : drawn.subList(point * tries, (point + 1) * tries)) {
            System.arraycopy(others, 0, all, values.length, others.length);
            setter.with(all);
        }
    }
}
