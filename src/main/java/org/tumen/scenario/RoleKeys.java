package org.tumen.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.Policies;
import org.tumen.world.Role;

/** What an actor's role says about its block in a file. */
final class RoleKeys {
    /** The key of an actor's role. */
    static final String ROLE = "role";
    /** The key of an actor's policy. */
    static final String POLICY = "policy";
    /** The key of a policy's type. */
    static final String TYPE = "type";
    /** The key of the policy that decides where a script or a rule does not. */
    static final String OTHERWISE = "otherwise";
    /** The policy types that leave to another policy what they do not decide. */
    static final Set<String> LAYERED = Set.of("script", "rules");

    private RoleKeys() {}

    /** The role as files write it. */
    static String key(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The roles as files write them. */
    static List<String> keys() {
        return Arrays.stream(Role.values()).map(RoleKeys::key).toList();
    }

    /** The role that a key names, or null. */
    static @Nullable Role role(@Nullable String key) {
        for (Role role : Role.values()) {
            if (key(role).equals(key)) {
                return role;
            }
        }
        return null;
    }

    /** The record of an actor of a role. */
    static Class<? extends Record> type(Role role) {
        return switch (role) {
            case SELLER -> Seller.class;
            case BUYER -> Buyer.class;
            case WARNER -> Warner.class;
            case ALLY -> Ally.class;
            case COUNCIL -> Council.class;
        };
    }

    /** The policy of an actor whose block names none. */
    static String defaultPolicy(Role role) {
        return switch (role) {
            case COUNCIL -> "penholder";
            case ALLY -> "rates";
            default -> "quantal";
        };
    }

    /** The parameters of a policy type, or null when the role has no such type. */
    static @Nullable Class<? extends Record> parameters(Role role, String type) {
        return Policies.provider(role, type)
                .<Class<? extends Record>>map(p -> p.parameters())
                .orElse(null);
    }
}
