package org.tumen.policy;

import org.tumen.declare.NumberPlaces;
import org.tumen.world.Action;

/** A policy of an ally. */
public interface AllyPolicy extends Policy<AllyView> {
    /**
     * Whether the ally discloses or sanctions of its own accord; one that does has spoken before the start. A script and rules
     * tell of the weeks that are simulated alone, so that with them it is the policy below that says.
     */
    default boolean acts() {
        return true;
    }

    /** A policy with the word whether it ever acts. */
    static AllyPolicy of(Policy<AllyView> policy, boolean acts) {
        return new AllyPolicy() {
            @Override
            public Action decide(AllyView view, Choice choice) {
                return policy.decide(view, choice);
            }

            @Override
            public boolean acts() {
                return acts;
            }

            @Override
            public void keepNumbers(String path, NumberPlaces numbers) {
                policy.keepNumbers(path, numbers);
            }
        };
    }
}
