package org.tumen.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one declaration of a scenario parameter, on a component of a parameter record. From it come the default, the range
 * check, the listing of {@code tumen params}, the JSON Schema, the parameter page and, where nobody knows the number, what
 * it may be.
 *
 * <p>A component whose type is another parameter record is a section: it has a meaning only. Numbers have a range; text
 * and lists say what is allowed in {@link #allowed}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** What it is, in one sentence without a full stop. */
    String meaning();

    /** The default as it would stand in a scenario file (YAML flow style for lists and maps); empty: it must be given, or the section's own defaults hold. */
    String value() default "";

    /** The smallest allowed number; for lists the smallest length. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest allowed number; for lists the largest length. */
    double max() default Double.POSITIVE_INFINITY;

    /** The unit: "probability", "a week", "index points", "utility", "units of volume"; empty for a pure number. */
    String unit() default "";

    /**
     * A value as it would stand in a file (YAML flow style), for pages and for files to begin with, where the default shows too
     * little; {@code <warner>} stands for the name of the first actor of that role.
     */
    String example() default "";

    /**
     * Where the default comes from: a publication, a fit, or an assumption. Of a number that has a default and says nothing it is
     * the {@link Basis} of the record at the top.
     */
    String basis() default "";

    /** Where the numbers of a record and of its sections come from that say nothing else. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Basis {
        /** Where defaults come from. */
        String value();

        /** Where priors come from. */
        String prior();
    }

    /**
     * What the number may be where nobody knows it: {@code uniform(0.2, 1.4)}, {@code normal(0.4, 0.5) within -0.8..1.6}
     * (mean and standard deviation before the cut) or {@code lognormal(1.2, 0.5)} (median, and standard deviation of the
     * logarithm). Empty: the default is not in doubt.
     */
    String prior() default "";

    /** Where the prior comes from; of one that says nothing from the {@link Basis} likewise. */
    String priorBasis() default "";

    /** What text is allowed, as a regular expression; empty for any. */
    String pattern() default "";

    /** What is allowed, in words, where range and type do not say it. */
    String allowed() default "";

    /** Its key in files, where the name cannot be it (a word of the language); empty: the name in snake_case. */
    String key() default "";
}
