package org.tumen.world.history;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tumen.world.CouncilMembership;

/** The public record, read once from the program's data files. Immutable. */
public final class History {
    private static final YearMonth FIRST_MONTH = YearMonth.of(2006, 1);
    private static final YearMonth LAST_MONTH = YearMonth.of(2025, 12);

    private static final List<CouncilVote> VOTES = HistoryFile.read("council-votes.csv", 14, History::vote);
    private static final List<CouncilTrigger> TRIGGERS = HistoryFile.read("council-triggers.csv", 7, History::trigger);
    private static final List<Launch> LAUNCHES = HistoryFile.read("launches.csv", 5, History::launch);
    private static final List<TradeEstimate> TRADE = HistoryFile.read("arms-trade.csv", 8, History::estimate);
    private static final List<DatedEvent> SEQUENCE = HistoryFile.read("sequence.csv", 8, History::event);
    private static final List<PastCrisis> CRISES = HistoryFile.read("crises.csv", 6, History::crisis);

    private History() {}

    /** The Council's votes on drafts about North Korea, 2006 to 2024, in order of date. */
    public static List<CouncilVote> votes() {
        return VOTES;
    }

    /** Major launches and nuclear tests and whether the Council answered with a draft, 2006 to 2024, in order of date. */
    public static List<CouncilTrigger> triggers() {
        return TRIGGERS;
    }

    /** Launch events and nuclear tests, 2006 to 2025, in order of date; also those marked doubtful. */
    public static List<Launch> launches() {
        return LAUNCHES;
    }

    /** The statements on containers shipped from North Korea to Russia since September 2023. */
    public static List<TradeEstimate> containers() {
        return TRADE.stream().filter(e -> e.quantity().equals("containers_cum")).toList();
    }

    /** The dated sequence of the deal, 2022 to 2025. */
    public static List<DatedEvent> sequence() {
        return SEQUENCE;
    }

    /** Crises over North Korea from September 2014 to August 2023, by date; what a crisis is, is this program's reading. */
    public static List<PastCrisis> crises() {
        return CRISES;
    }

    /** Launch events of each month from January 2006 to December 2025, zeros included; nuclear tests are left out. */
    public static SortedMap<YearMonth, Integer> launchesByMonth() {
        SortedMap<YearMonth, Integer> counts = new TreeMap<>();
        for (YearMonth month = FIRST_MONTH; !month.isAfter(LAST_MONTH); month = month.plusMonths(1)) {
            counts.put(month, 0);
        }
        LAUNCHES.stream()
                .filter(launch -> launch.kind().isLaunch())
                .forEach(launch -> counts.merge(YearMonth.from(launch.date()), 1, Integer::sum));
        return counts;
    }

    private static CouncilVote vote(String[] f) {
        LocalDate date = LocalDate.parse(f[1]);
        return new CouncilVote(
                f[0],
                date,
                CouncilVote.Kind.valueOf(f[2].toUpperCase(Locale.ROOT)),
                Double.parseDouble(f[3]),
                Double.parseDouble(f[4]),
                new CouncilVote.Tally(Integer.parseInt(f[5]), Integer.parseInt(f[6]), Integer.parseInt(f[7])),
                words(f[8]),
                words(f[9]),
                CouncilMembership.of(date.getYear()),
                f[10].isEmpty() ? null : LocalDate.parse(f[10]),
                new Provenance(f[13], f[11].equals("doubtful"), f[12]));
    }

    private static CouncilTrigger trigger(String[] f) {
        return new CouncilTrigger(
                LocalDate.parse(f[0]),
                f[1],
                Double.parseDouble(f[2]),
                f[3],
                new Provenance(f[6], f[4].equals("doubtful"), f[5]));
    }

    private static Launch launch(String[] f) {
        return new Launch(
                LocalDate.parse(f[0]),
                Launch.Kind.valueOf(f[1].toUpperCase(Locale.ROOT)),
                new Provenance(f[4], f[2].equals("doubtful"), f[3]));
    }

    private static TradeEstimate estimate(String[] f) {
        return new TradeEstimate(
                LocalDate.parse(f[0]),
                f[1],
                f[2],
                f[3],
                TradeEstimate.Relation.valueOf(f[4].toUpperCase(Locale.ROOT)),
                Double.parseDouble(f[5]),
                new Provenance(f[7], f[6].equals("doubtful"), ""));
    }

    private static DatedEvent event(String[] f) {
        return new DatedEvent(
                LocalDate.parse(f[0]),
                words(f[1]),
                f[2],
                f[3],
                f[6],
                new Provenance(f[7], f[4].equals("doubtful"), f[5]));
    }

    private static PastCrisis crisis(String[] f) {
        return new PastCrisis(
                LocalDate.parse(f[0]),
                LocalDate.parse(f[1]),
                f[2],
                new Provenance(f[5], f[3].equals("doubtful"), f[4]));
    }

    private static Set<String> words(String field) {
        return field.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(field.split(" ")));
    }
}
