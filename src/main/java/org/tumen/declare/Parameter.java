package org.tumen.declare;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one declaration of a scenario parameter, on a component of a parameter record. From it come the default, the range
 * check, the listing of {@code tumen params}, the JSON Schema and the parameter page.
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

    /** The unit: "probability", "a week", "index points", "utility", "units of 10,000 containers"; empty for a pure number. */
    String unit() default "";

    /** Where the default comes from: a publication, a fit, or an assumption. */
    String basis() default "";

    /** What text is allowed, as a regular expression; empty for any. */
    String pattern() default "";

    /** What is allowed, in words, where range and type do not say it. */
    String allowed() default "";

    /** Its key in files, where the name cannot be it (a word of the language); empty: the name in snake_case. */
    String key() default "";
}
