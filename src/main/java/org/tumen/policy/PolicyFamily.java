package org.tumen.policy;

import java.util.List;

/**
 * Several policy types that come together, such as those of a role. Found by {@link java.util.ServiceLoader} like a single
 * {@link PolicyProvider}: name the class in {@code META-INF/services/org.tumen.policy.PolicyFamily}.
 */
public interface PolicyFamily {
    /** The types, each for one role. */
    List<PolicyProvider<?, ?>> providers();
}
