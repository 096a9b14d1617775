package org.tumen.policy;

import org.tumen.declare.NumberPlaces;
import org.tumen.world.Action;

/**
 * How an actor decides.
 *
 * <p>Contract. The answer must be one of the options of the question that {@code choice} carries. It may depend on the
 * view and on draws made through {@code choice}, and on nothing else: no other source of randomness, no memory of
 * earlier runs. An instance serves one simulation, hence one thread; it may keep scratch space, but what it answers must
 * not depend on the order in which runs are made.
 *
 * @param <V> the view of the role
 */
@FunctionalInterface
public interface Policy<V extends View> {
    /**
     * Answers a question.
     *
     * @param view what the actor may know
     * @param choice the question, its options and the draws that belong to it
     * @return one of the options
     */
    Action decide(V view, Choice choice);

    /**
     * Whether an ally of this policy discloses or sanctions of its own accord; one that does has spoken before the start. A
     * script and rules tell of the weeks that are simulated alone, so that with them it is the policy below that says.
     */
    default boolean acts() {
        return true;
    }

    /**
     * Tells where it keeps its numbers, so that a run with other numbers can write them in place. A policy that keeps none,
     * as by default, is made anew for a run in which its numbers are others.
     *
     * @param path the path of its parameters in the scenario
     */
    default void keepNumbers(String path, NumberPlaces numbers) {}
}
