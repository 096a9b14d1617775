package org.tumen.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.tumen.world.Role;

/** The policy types known to the program: its own and those that plug in. */
public final class Policies {
    private static final Map<Role, Map<String, PolicyProvider<?, ?>>> PROVIDERS = load();

    private Policies() {}

    private static Map<Role, Map<String, PolicyProvider<?, ?>>> load() {
        Map<Role, Map<String, PolicyProvider<?, ?>>> providers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            providers.put(role, new TreeMap<>());
        }
        for (PolicyFamily family : ServiceLoader.load(PolicyFamily.class)) {
            family.providers().forEach(provider -> add(provider, providers));
        }
        for (PolicyProvider<?, ?> provider : ServiceLoader.load(PolicyProvider.class)) {
            add(provider, providers);
        }
        return providers;
    }

    private static void add(PolicyProvider<?, ?> provider, Map<Role, Map<String, PolicyProvider<?, ?>>> providers) {
        PolicyProvider<?, ?> other = of(providers, provider.role()).putIfAbsent(provider.type(), provider);
        if (other != null) {
            throw new ServiceConfigurationError("two policies of type \"" + provider.type() + "\" for the role "
                    + provider.role() + ": " + other.getClass().getName() + " and "
                    + provider.getClass().getName());
        }
    }

    private static Map<String, PolicyProvider<?, ?>> of(Map<Role, Map<String, PolicyProvider<?, ?>>> map, Role role) {
        return Objects.requireNonNull(map.get(role));
    }

    /** The types that a role can choose from, in alphabetical order. */
    public static List<String> types(Role role) {
        return new ArrayList<>(of(PROVIDERS, role).keySet());
    }

    /** The provider of a type for a role. */
    public static Optional<PolicyProvider<?, ?>> provider(Role role, String type) {
        return Optional.ofNullable(of(PROVIDERS, role).get(type));
    }

    /** As {@link #create}; a policy that fixes no votes is wrapped as one. */
    public static CouncilPolicy council(PolicySpec spec) {
        Policy<CouncilView> policy = create(Role.COUNCIL, spec);
        return policy instanceof CouncilPolicy council
                ? council
                : CouncilPolicy.of(policy, (view, member, mandate) -> null);
    }

    /**
     * Makes the policy that a scenario chose.
     *
     * @throws IllegalArgumentException when the role has no such type, or the parameters are not of that type
     */
    // The provider of a role makes policies over that role's view: its own signature says so, the map cannot.
    @SuppressWarnings("unchecked")
    public static <V extends View> Policy<V> create(Role role, PolicySpec spec) {
        PolicyProvider<V, Record> provider = (PolicyProvider<V, Record>) provider(role, spec.type())
                .orElseThrow(() -> new IllegalArgumentException("no policy of type \"" + spec.type()
                        + "\" for the role " + role + "; there are " + types(role)));
        return provider.create(provider.parameters().cast(spec.parameters()));
    }
}
