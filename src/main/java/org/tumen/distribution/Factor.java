package org.tumen.distribution;

/**
 * What is varied: a parameter of a scenario by its path, such as "actors.japan.policy.assertiveness", and its
 * distribution.
 */
public record Factor(String path, Distribution distribution) {
    /** @throws IllegalArgumentException when the path is blank */
    public Factor {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a factor needs the path of a parameter");
        }
    }
}
