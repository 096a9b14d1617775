package org.tumen.analysis.game;

import java.util.List;

/**
 * Nash equilibria found.
 *
 * @param profiles the equilibria, fewest strategies in play first
 * @param complete whether every combination of supports was tried
 * @param supports how many combinations were tried
 */
public record Equilibria(List<MixedProfile> profiles, boolean complete, long supports) {
    public Equilibria {
        profiles = List.copyOf(profiles);
    }
}
