package org.tumen.policy.builtin;

import org.tumen.declare.NumberPlaces;
import org.tumen.policy.Policy;
import org.tumen.policy.View;

/** A policy that keeps the numbers of its parameters in a holder, where a run with other numbers writes them. */
abstract class NumberedPolicy<V extends View, N> implements Policy<V> {
    /** The numbers as they are in a run. */
    final N p;

    private final Record parameters;

    NumberedPolicy(Record parameters, N holder) {
        this.parameters = parameters;
        p = holder;
        new NumberPlaces().bind("", parameters, holder);
    }

    @Override
    public final void keepNumbers(String path, NumberPlaces numbers) {
        numbers.bind(path, parameters, p);
    }
}
