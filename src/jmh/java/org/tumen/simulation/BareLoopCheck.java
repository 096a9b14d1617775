package org.tumen.simulation;

import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;

/** Holds the bare loop against the simulation. */
final class BareLoopCheck {
    private BareLoopCheck() {}

    /** @throws IllegalStateException when an outcome of one of the first runs differs in any bit */
    static void requireEqual(Scenario scenario, int runs) {
        DiplomacySim sim = new DiplomacySim(scenario);
        BareLoop bare = new BareLoop(BareScenario.read(scenario));
        double[] expected = new double[Outcome.all().size()];
        double[] actual = new double[expected.length];
        for (int run = 0; run < runs; run++) {
            RunKey key = new RunKey(1, run);
            sim.run(key, expected);
            bare.run(key, actual);
            for (Outcome outcome : Outcome.all()) {
                double one = expected[outcome.ordinal()];
                double other = actual[outcome.ordinal()];
                if (Double.doubleToRawLongBits(one) != Double.doubleToRawLongBits(other)) {
                    throw new IllegalStateException(
                            "run " + run + ", " + outcome.key() + ": simulated " + one + ", bare loop " + other);
                }
            }
        }
    }
}
