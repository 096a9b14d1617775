package org.tumen.policy;

import org.tumen.declare.NumberPlaces;
import org.tumen.world.Action;

/** A policy of an ally. */
public interface AllyPolicy extends Policy<AllyView> {
    /** Whether the ally ever discloses or sanctions; one that does has spoken before the start. */
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
