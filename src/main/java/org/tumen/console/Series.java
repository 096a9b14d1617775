package org.tumen.console;

import java.util.Arrays;
import org.tumen.simulation.WeekState;

/** Stability and tension by week, as far as the run has come; index 0 is the state before the first week. */
final class Series {
    double[] stability = new double[0];
    double[] tension = new double[0];
    int known;

    void begin(int weeks, WeekState start) {
        stability = new double[weeks + 1];
        tension = new double[weeks + 1];
        Arrays.fill(stability, Double.NaN);
        Arrays.fill(tension, Double.NaN);
        known = 0;
        add(start);
    }

    void add(WeekState state) {
        if (known < stability.length) {
            stability[known] = state.stability();
            tension[known] = state.tension();
            known++;
        }
    }
}
