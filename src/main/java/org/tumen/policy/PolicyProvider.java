package org.tumen.policy;

import org.tumen.declare.Parameter;
import org.tumen.world.Role;

/**
 * Makes policies of one type for one role. Implementations on the class path are found by {@link java.util.ServiceLoader}:
 * name the class in {@code META-INF/services/org.tumen.policy.PolicyProvider} and a scenario can use its type.
 *
 * @param <V> the view of the role
 * @param <P> the record of parameters, its components declared with {@link Parameter}; the record checks itself
 */
public interface PolicyProvider<V extends View, P extends Record> {
    /** The role whose questions the policy answers. */
    Role role();

    /** The name under which scenario files choose it, in snake_case; unique for the role. */
    String type();

    /** What the policy does, in one sentence. */
    String description();

    Class<P> parameters();

    /** A new policy with the given parameters. */
    Policy<V> create(P parameters);
}
