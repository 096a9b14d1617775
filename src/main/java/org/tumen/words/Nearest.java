package org.tumen.words;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The nearest of a set of names, for whoever wrote one wrong. */
public final class Nearest {
    private Nearest() {}

    /** The candidate nearest to a name by edit distance, or null when none is near (a third of the name may differ). */
    public static @Nullable String to(String name, Collection<String> candidates) {
        String sought = name.length() > 200 ? name.substring(0, 200) : name;
        int most = Math.max(1, sought.length() / 3);
        String best = null;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - sought.length()) <= most) {
                int distance = distance(sought.toLowerCase(Locale.ROOT), candidate);
                if (distance <= most) {
                    most = distance - 1;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** "did you mean x?" where a candidate is near, else the list of what is allowed. */
    public static String suggestion(String name, Collection<String> candidates) {
        String nearest = to(name, candidates);
        if (nearest != null) {
            return "did you mean " + nearest + "?";
        }
        return candidates.isEmpty() ? "nothing is allowed here" : "allowed: " + String.join(", ", candidates);
    }

    // Optimal string alignment: Levenshtein with swaps of neighbours, the commonest slip of the hand.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + changed);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
