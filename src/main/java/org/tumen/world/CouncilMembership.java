package org.tumen.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tumen.words.Resources;

/**
 * The real membership of the Security Council by calendar year, with ideal points. Read from the program's own data
 * file {@code council-membership.csv}, whose head names the sources and marks what is doubtful.
 */
public final class CouncilMembership {
    private static final TreeMap<Integer, Roster> BY_YEAR = read();

    private CouncilMembership() {}

    public static int firstYear() {
        return BY_YEAR.firstKey();
    }

    public static int lastYear() {
        return BY_YEAR.lastKey();
    }

    /**
     * The members of a year. Years after the last on record have the members of the last, years before the first those of
     * the first.
     */
    public static Roster of(int year) {
        return Objects.requireNonNull(BY_YEAR.get(Math.min(Math.max(year, firstYear()), lastYear())));
    }

    private static TreeMap<Integer, Roster> read() {
        Map<Integer, List<Member>> members = new TreeMap<>();
        Resources.text(CouncilMembership.class, "council-membership.csv")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("year,"))
                .map(line -> line.split(",", 6))
                .forEach(f -> members.computeIfAbsent(Integer.valueOf(f[0]), y -> new ArrayList<>())
                        .add(new Member(f[1], Double.parseDouble(f[3]), Boolean.parseBoolean(f[2]))));
        TreeMap<Integer, Roster> rosters = new TreeMap<>();
        members.forEach((year, list) -> rosters.put(year, new Roster(list)));
        return rosters;
    }
}
