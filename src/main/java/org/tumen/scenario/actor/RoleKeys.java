package org.tumen.scenario.actor;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.Policies;
import org.tumen.words.Texts;
import org.tumen.world.Role;

/** What an actor's role says about its block in a file. */
public final class RoleKeys {
    /** The key of an actor's role. */
    public static final String ROLE = "role";
    /** The key of an actor's policy. */
    public static final String POLICY = "policy";
    /** The key of a policy's type. */
    public static final String TYPE = "type";
    /** The key of the policy that decides where a script or a rule does not. */
    public static final String OTHERWISE = "otherwise";
    /** The policy types that leave to another policy what they do not decide. */
    public static final Set<String> LAYERED = Set.of("script", "rules");

    /** The keys of an actor that are none of its record. */
    public static final Set<String> BESIDE_AN_ACTOR = Set.of(ROLE);

    /**
     * What a scenario knows of a role: the one place where a new one is entered here.
     *
     * @param record its actors' record, which implements {@link Actor}
     * @param policy the type of policy of an actor whose block names none
     * @param one whether a scenario casts exactly one such actor
     */
    private record Registration(Class<? extends Record> record, String policy, boolean one) {}

    private static final Map<Role, Registration> ROLES = new EnumMap<>(Map.of(
            Role.SELLER, new Registration(Seller.class, "quantal", true),
            Role.BUYER, new Registration(Buyer.class, "quantal", true),
            Role.WARNER, new Registration(Warner.class, "quantal", false),
            Role.ALLY, new Registration(Ally.class, "rates", false),
            Role.COUNCIL, new Registration(Council.class, "penholder", true)));

    private RoleKeys() {}

    /** The roles as files write them. */
    public static List<String> keys() {
        return Arrays.stream(Role.values()).map(Texts::key).toList();
    }

    /** The role that a key names, or null. */
    public static @Nullable Role role(@Nullable String key) {
        for (Role role : Role.values()) {
            if (Texts.key(role).equals(key)) {
                return role;
            }
        }
        return null;
    }

    /** The record of an actor of a role. */
    public static Class<? extends Record> type(Role role) {
        return of(role).record();
    }

    /** The policy of an actor whose block names none. */
    public static String defaultPolicy(Role role) {
        return of(role).policy();
    }

    /** Whether a scenario casts exactly one actor of a role. */
    public static boolean castOnce(Role role) {
        return of(role).one();
    }

    /** The role of an actor's record. */
    public static Role role(Class<?> record) {
        for (Map.Entry<Role, Registration> entry : ROLES.entrySet()) {
            if (entry.getValue().record() == record) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no role has actors of the class " + record.getName());
    }

    private static Registration of(Role role) {
        return Objects.requireNonNull(ROLES.get(role), "no record is registered for the role " + role);
    }

    /** The parameters of a policy type, or null when the role has no such type. */
    public static @Nullable Class<? extends Record> parameters(Role role, String type) {
        return Policies.provider(role, type)
                .<Class<? extends Record>>map(p -> p.parameters())
                .orElse(null);
    }
}
