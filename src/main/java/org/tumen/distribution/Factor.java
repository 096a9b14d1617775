package org.tumen.distribution;

/**
 * What is varied: a parameter of a scenario, by its path, and the distribution it is given.
 *
 * @param path the path, such as "actors.japan.policy.assertiveness"; not blank
 */
public record Factor(String path, Distribution distribution) {
    /** @throws IllegalArgumentException when the path is blank */
    public Factor {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a factor needs the path of a parameter");
        }
    }
}
