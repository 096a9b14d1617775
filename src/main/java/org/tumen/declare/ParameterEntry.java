package org.tumen.declare;

import org.jspecify.annotations.Nullable;
import org.tumen.words.Numbers;

/**
 * A parameter as a catalogue lists it.
 *
 * @param path its path in a scenario
 * @param policy the policy types that have it; empty for a parameter of no policy
 * @param type what kind of value it takes, in words
 * @param value its declared default as files write it; empty when it has none
 * @param current its value in the scenario that the catalogue lists; null when it lists none
 * @param drawn what each run of that scenario draws in place of the value; empty where the value holds
 * @param min the smallest number, or the shortest list; negative infinity when there is no bound
 * @param max the largest number, or the longest list; infinity when there is no bound
 * @param unit its unit; empty for a pure number
 * @param basis where the default comes from
 * @param prior what it may be where nobody knows it; empty when the default is not in doubt
 * @param priorBasis where the prior comes from
 * @param example a value that shows what may stand there; empty where the default does
 * @param allowed what is allowed beyond type and range, in words; empty when nothing is to be said
 */
public record ParameterEntry(
        String path,
        String policy,
        String type,
        String value,
        @Nullable String current,
        String drawn,
        double min,
        double max,
        String unit,
        String meaning,
        String basis,
        String prior,
        String priorBasis,
        String example,
        String allowed) {
    /** One that is no number and that no basis needs. */
    public ParameterEntry(
            String path,
            String policy,
            String type,
            String value,
            @Nullable String current,
            String meaning,
            String allowed) {
        this(
                path,
                policy,
                type,
                value,
                current,
                "",
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                "",
                meaning,
                "",
                "",
                "",
                "",
                allowed);
    }

    /** The same of a scenario whose runs draw it. */
    public ParameterEntry drawnFrom(String what) {
        return new ParameterEntry(
                path,
                policy,
                type,
                value,
                current,
                what,
                min,
                max,
                unit,
                meaning,
                basis,
                prior,
                priorBasis,
                example,
                allowed);
    }

    /** Where it belongs: the name of an actor, or the first word of its path; {@code scenario} for those of no section. */
    public String group() {
        String[] steps = path.split("\\.");
        return steps.length == 1 ? "scenario" : steps[0].equals("actors") ? steps[1] : steps[0];
    }

    /** True when the scenario's value is not the declared default; false for a parameter without one. */
    public boolean differs() {
        return current != null && !value.isEmpty() && !current.equals(value);
    }

    /** The range in words, or what else is allowed; empty when type says it all. */
    public String range() {
        if (!allowed.isEmpty()) {
            return allowed;
        }
        boolean low = min != Double.NEGATIVE_INFINITY;
        boolean high = max != Double.POSITIVE_INFINITY;
        String lower = Numbers.typed(min);
        String upper = Numbers.typed(max);
        String size = type.startsWith("list of mapping") ? " entries" : "";
        if (low && high) {
            return lower + " to " + upper + size;
        }
        return low ? "at least " + lower + size : high ? "at most " + upper + size : "";
    }
}
