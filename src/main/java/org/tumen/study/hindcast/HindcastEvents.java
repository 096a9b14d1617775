package org.tumen.study.hindcast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Quantiles;
import org.tumen.analysis.hindcast.EventClass;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.eventdata.CodedEvent;
import org.tumen.eventdata.EventFile;
import org.tumen.eventdata.EventReader;
import org.tumen.eventdata.Layout;
import org.tumen.eventdata.WeeklyDyad;
import org.tumen.study.UsageException;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The part of a hindcast that sets a user's event data beside the simulated events of the same dyad and classes. */
public final class HindcastEvents {
    private static final int BAD_SHOWN = 10;

    private final Path path;
    private final String source;
    private final String target;
    private final EventFile file;

    /**
     * Reads a file.
     *
     * @param format the layout that it must have; null when the file tells
     * @param dyad source and target as codes, such as PRK-RUS
     * @throws UsageException when it cannot be read, has another layout, or no row is good
     */
    public HindcastEvents(Path path, @Nullable String format, String dyad) {
        this.path = path;
        if (!dyad.matches("[A-Z]{3}-[A-Z]{3}")) {
            throw new UsageException("--dyad: two ISO 3166-1 codes of three capital letters, source and target, such as"
                    + " PRK-RUS, not " + Texts.visible(dyad));
        }
        source = dyad.substring(0, 3);
        target = dyad.substring(4);
        Layout wanted = layout(format);
        file = read();
        if (wanted != null && wanted != file.layout()) {
            throw new UsageException("--events: " + path + " has the layout " + name(file.layout()) + ", not "
                    + name(wanted) + " as --events-format says");
        }
        if (file.named() == 0 && file.domestic() == 0) {
            EventFile.@Nullable BadRow first =
                    file.badRows().isEmpty() ? null : file.badRows().get(0);
            throw new UsageException("--events: " + path + " has no row that can be read"
                    + (first == null
                            ? ""
                            : ": line " + first.line() + ": " + Texts.visible(first.reason()) + "; "
                                    + Numbers.count(file.bad()) + " bad rows in all"));
        }
    }

    private static @Nullable Layout layout(@Nullable String format) {
        if (format == null || format.equals("auto")) {
            return null;
        }
        for (Layout layout : Layout.values()) {
            if (name(layout).equals(format)) {
                return layout;
            }
        }
        throw new UsageException("--events-format: auto, "
                + String.join(
                        ", ",
                        Arrays.stream(Layout.values()).map(HindcastEvents::name).toList())
                + " are allowed, not " + Texts.visible(format));
    }

    private static String name(Layout layout) {
        return layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private EventFile read() {
        try {
            return EventReader.read(path, source, target);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--events: " + path + ": " + Texts.visible(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UsageException(
                    "--events: cannot read " + path + ": " + Texts.visible(String.valueOf(e.getMessage())));
        }
    }

    /** What was left out, counted once or mended, and for a dyad without events which there are. */
    private String told() {
        StringBuilder text = new StringBuilder();
        if (file.repeated() > 0) {
            text.append(' ')
                    .append(Numbers.count(file.repeated()))
                    .append(" rows of the dyad repeat an event and count once.");
        }
        if (file.mended() > 0) {
            text.append(' ')
                    .append(Numbers.count(file.mended()))
                    .append(" event codes had lost their leading zero and got it back.");
        }
        if (file.events().isEmpty()) {
            text.append(" No row has this dyad; the most frequent are ")
                    .append(counted(file.frequent()))
                    .append('.');
        }
        if (!file.uncoded().isEmpty()) {
            text.append(" Names of countries without a known code: ")
                    .append(counted(file.uncoded()))
                    .append('.');
        }
        return text.toString();
    }

    private static String counted(List<EventFile.Counted> all) {
        return all.stream()
                .map(c -> Texts.visible(c.name()) + " (" + Numbers.count(c.rows()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Shows the file's dyad beside the simulated one. */
    public void into(HindcastFindings findings, SimulatedEvents simulated, Periods periods, String caption) {
        findings.section("events", "Event data: " + source + " to " + target);
        findings.say("The file " + path.getFileName() + ", layout " + name(file.layout()) + ": "
                + Numbers.count(file.rows()) + " rows, of which " + Numbers.count(file.named())
                + " name a source and a target country, " + Numbers.count(file.domestic()) + " do not, and "
                + Numbers.count(file.bad()) + " are bad and left out." + told()
                + " A row counts once for each pair of countries that it names. Event data count reports, the simulation"
                + " counts acts: levels are not comparable, courses in time at most.");
        badRows(findings);
        Map<String, String> roots = EventClass.ofModel();
        List<CodedEvent> known = file.events().stream()
                .filter(e ->
                        EventClass.root(e.code()).filter(roots::containsKey).isPresent())
                .toList();
        WeeklyDyad all = WeeklyDyad.of(file.events(), source, target, periods.start(), periods.weeks());
        WeeklyDyad dyad = WeeklyDyad.of(known, source, target, periods.start(), periods.weeks());
        double[][] counts = simulated.dyad(source, target, "count(*)");
        double[][] sums = simulated.dyad(source, target, "sum(goldstein)");
        findings.say("Within the scenario's weeks the file holds " + sum(all) + " events of the dyad, " + sum(dyad)
                + " of them in classes (root codes of CAMEO) that the model knows; " + all.outside()
                + " lie outside the weeks. The simulation: " + simulated.runs() + " runs.");
        classes(findings, roots, known, simulated, periods);
        weekly(findings, dyad, counts, sums);
        findings.picture(
                "events",
                HindcastPictures.dyad(
                        source + " to " + target + " by week",
                        periods.start(),
                        dyad.counts().stream().mapToDouble(c -> c).toArray(),
                        counts,
                        dyad.goldstein().stream().mapToDouble(w -> w).toArray(),
                        sums,
                        sum(dyad) + " events of " + path.getFileName() + " in classes that the model knows, "
                                + simulated.runs() + " runs",
                        "Stems: the file, weeks without events left empty; band: 90 % of runs, line: their mean. "
                                + caption));
    }

    private static int sum(WeeklyDyad dyad) {
        return dyad.counts().stream().mapToInt(c -> c).sum();
    }

    private void badRows(HindcastFindings findings) {
        if (file.badRows().isEmpty()) {
            return;
        }
        List<EventFile.BadRow> shown =
                file.badRows().subList(0, Math.min(BAD_SHOWN, file.badRows().size()));
        findings.table(
                "Bad rows: the first " + shown.size() + " of " + Numbers.count(file.bad()),
                List.of("Line", "what is wrong"),
                shown.stream()
                        .map(b -> List.of(String.valueOf(b.line()), Texts.visible(b.reason())))
                        .toList());
        findings.data(
                "events_bad_rows",
                List.of("line", "reason"),
                file.badRows().stream()
                        .map(b -> List.<Object>of(b.line(), Texts.visible(b.reason())))
                        .toList());
    }

    private void classes(
            HindcastFindings findings,
            Map<String, String> roots,
            List<CodedEvent> known,
            SimulatedEvents simulated,
            Periods periods) {
        List<List<String>> rows = new ArrayList<>();
        List<List<Object>> data = new ArrayList<>();
        roots.forEach((root, description) -> {
            List<CodedEvent> own = known.stream()
                    .filter(e -> EventClass.root(e.code()).filter(root::equals).isPresent())
                    .toList();
            int recorded = sum(WeeklyDyad.of(own, source, target, periods.start(), periods.weeks()));
            double[][] table = simulated.dyad(source, target, "count(*) FILTER (WHERE cameo LIKE '" + root + "%')");
            double[] totals = Arrays.stream(table)
                    .mapToDouble(r -> Arrays.stream(r).sum())
                    .toArray();
            double mean = Arrays.stream(totals).average().orElse(0);
            if (recorded == 0 && mean == 0) {
                return;
            }
            double p5 = Quantiles.of(totals, .05);
            double p95 = Quantiles.of(totals, .95);
            rows.add(List.of(root + " " + description, String.valueOf(recorded), Numbers.interval(mean, p5, p95, 1)));
            data.add(List.of(root, description, recorded, mean, p5, p95));
        });
        findings.table(
                "Events by class over the " + periods.weeks() + " weeks: the file's, and mean and 90 % of "
                        + simulated.runs() + " runs",
                List.of("Class", "file", "simulated [90 %]"),
                rows);
        findings.data("events_classes", List.of("root", "description", "recorded", "mean", "p5", "p95"), data);
    }

    private static void weekly(HindcastFindings findings, WeeklyDyad dyad, double[][] counts, double[][] sums) {
        double[][] levels = {
            Quantiles.byColumn(counts, .05), Quantiles.byColumn(counts, .5), Quantiles.byColumn(counts, .95),
            Quantiles.byColumn(sums, .05), Quantiles.byColumn(sums, .5), Quantiles.byColumn(sums, .95)
        };
        List<List<Object>> rows = new ArrayList<>();
        for (int week = 0; week < dyad.counts().size(); week++) {
            List<Object> row = new ArrayList<>(List.of(
                    week,
                    dyad.start().plusWeeks(week).toString(),
                    dyad.counts().get(week),
                    dyad.goldstein().get(week)));
            for (double[] level : levels) {
                row.add(level[week]);
            }
            rows.add(row);
        }
        findings.data(
                "events_weekly",
                List.of(
                        "week",
                        "date",
                        "recorded_count",
                        "recorded_goldstein",
                        "count_p5",
                        "count_p50",
                        "count_p95",
                        "goldstein_p5",
                        "goldstein_p50",
                        "goldstein_p95"),
                rows);
    }
}
