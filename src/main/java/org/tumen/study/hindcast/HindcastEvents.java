package org.tumen.study.hindcast;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.Quantiles;
import org.tumen.analysis.hindcast.EventClass;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.eventdata.CodedEvent;
import org.tumen.eventdata.EventFile;
import org.tumen.eventdata.EventReader;
import org.tumen.eventdata.Layout;
import org.tumen.eventdata.WeeklyDyad;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.study.UsageException;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The part of a hindcast that sets a user's event data beside the simulated events of the same dyad and classes. */
final class HindcastEvents {
    private static final int BAD_SHOWN = 10;

    /** Stands where bytes were no UTF-8. */
    private static final char REPLACED = '\uFFFD';

    private final Path path;
    private final String source;
    private final String target;
    private final EventFile file;

    /**
     * Reads a file.
     *
     * @param wanted the layout that it must have; null when the file tells
     * @param dyad source and target as codes, such as PRK-RUS
     * @throws UsageException when it cannot be read, has another layout, or no row is good
     */
    public HindcastEvents(Path path, @Nullable Layout wanted, String dyad) {
        this.path = path;
        if (!dyad.matches("[A-Z]{3}-[A-Z]{3}")) {
            throw new UsageException("--dyad: two ISO 3166-1 codes of three capital letters, source and target, such as"
                    + " PRK-RUS, not " + Texts.visible(dyad));
        }
        source = dyad.substring(0, 3);
        target = dyad.substring(4);
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

    private static String name(Layout layout) {
        return Texts.key(layout).replace('_', '-');
    }

    private EventFile read() {
        try {
            return EventReader.read(path, source, target);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--events: " + path + ": " + Texts.visible(String.valueOf(e.getMessage())));
        } catch (EOFException e) {
            throw new UsageException("--events: " + path + " is cut off: what is packed in it does not end");
        } catch (ZipException e) {
            throw new UsageException(
                    "--events: " + path + " is damaged: " + Texts.visible(String.valueOf(e.getMessage())));
        } catch (NoSuchFileException e) {
            throw new UsageException("--events: there is no file " + path);
        } catch (AccessDeniedException e) {
            throw new UsageException("--events: " + path + " may not be read");
        } catch (IOException e) {
            throw new UsageException(
                    "--events: cannot read " + path + ": " + Texts.visible(String.valueOf(e.getMessage())));
        }
    }

    /** What was left out, counted once or mended, and for a dyad without events which there are. */
    private String told() {
        List<String> told = new ArrayList<>(List.of(""));
        if (file.repeated() > 0) {
            told.add(Numbers.count(file.repeated()) + " rows of the dyad repeat an event and count once.");
        }
        if (file.contradicting() > 0) {
            told.add("Of these " + Numbers.count(file.contradicting())
                    + " have the number of an event but another date, country, class or weight: the row that stands first"
                    + " counts, the others do not.");
        }
        if (file.mended() > 0) {
            told.add(Numbers.count(file.mended()) + " event codes had lost their leading zero and got it back.");
        }
        if (file.events().isEmpty()) {
            told.add("No row has this dyad; the most frequent are " + counted(file.frequent()) + ".");
        }
        if (!file.uncoded().isEmpty()) {
            told.add("Names of countries without a known code: " + counted(file.uncoded()) + ".");
        }
        if (file.uncoded().stream().anyMatch(c -> c.name().indexOf(REPLACED) >= 0)) {
            told.add("The file holds bytes that are no UTF-8; save it as UTF-8.");
        }
        return String.join(" ", told);
    }

    private static String counted(List<EventFile.Counted> all) {
        return all.stream()
                .map(c -> Texts.visible(c.name()) + " (" + Numbers.count(c.rows()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Adds the file's dyad beside the simulated one. */
    void into(Findings.Builder found, SimulatedEvents simulated, Periods periods, String caption) {
        Map<String, String> roots = EventClass.ofModel();
        List<CodedEvent> known = file.events().stream()
                .filter(e ->
                        EventClass.root(e.code()).filter(roots::containsKey).isPresent())
                .toList();
        WeeklyDyad all = WeeklyDyad.of(file.events(), source, target, periods.start(), periods.weeks());
        WeeklyDyad dyad = WeeklyDyad.of(known, source, target, periods.start(), periods.weeks());
        WeeklyLevels counts = levels(simulated, periods, "count(*)");
        WeeklyLevels sums = levels(simulated, periods, "sum(goldstein)");
        found.section("events", "Event data: " + source + " to " + target)
                .say("The file " + path.getFileName() + ", layout " + name(file.layout()) + ": "
                        + Numbers.counted(file.rows(), "row") + ", of which " + Numbers.count(file.named())
                        + " name a source and a target country, " + Numbers.count(file.domestic()) + " do not, and "
                        + Numbers.count(file.bad()) + " are bad and left out." + told()
                        + " A row counts once for each pair of countries that it names. Event data count reports, the"
                        + " simulation counts acts: levels are not comparable, courses in time at most.")
                .say("Within the scenario's weeks the file holds " + Numbers.counted(sum(all), "event")
                        + " of the dyad, "
                        + Numbers.count(sum(dyad))
                        + " of them in classes (root codes of CAMEO) that the model knows; "
                        + Numbers.count(all.outside())
                        + " lie outside the weeks.");
        if (!file.badRows().isEmpty()) {
            found.table(bad(), BAD_SHOWN);
        }
        double[] recorded = dyad.counts().stream().mapToDouble(c -> c).toArray();
        double[] weights = dyad.goldstein().stream().mapToDouble(w -> w).toArray();
        String title = source + " to " + target + " by week";
        List<Chart> courses = List.of(
                course("events_counts", "Events a week", periods, recorded, counts, caption),
                course("events_weights", "Sum of Goldstein weights a week", periods, weights, sums, caption));
        String of = Numbers.counted(sum(dyad), "event") + " of " + path.getFileName()
                + " in classes that the model knows, " + Numbers.counted(simulated.runs(), "run");
        if (sum(dyad) == 0) {
            found.say("None of the file's events lies in these weeks and classes, so there is no course to draw.");
        } else {
            found.panels(title, courses).still("events", ChartSheet.picture(title, of, courses));
        }
        found.table(classes(roots, known, simulated, periods)).file(weekly(dyad, counts, sums));
    }

    private WeeklyLevels levels(SimulatedEvents simulated, Periods periods, String expression) {
        WeeklyLevels levels = new WeeklyLevels(periods.weeks(), .05, .5, .95);
        simulated.dyad(source, target, expression, levels);
        return levels;
    }

    private static int sum(WeeklyDyad dyad) {
        return dyad.counts().stream().mapToInt(c -> c).sum();
    }

    private Table bad() {
        return Table.of("events_bad_rows", "Bad rows, the first of " + Numbers.count(file.bad()) + ".", file.badRows())
                .count("Line", EventFile.BadRow::line, Table.ORDINAL)
                .text("What is wrong", "reason", b -> Texts.visible(b.reason()))
                .build();
    }

    private static Chart course(
            String name, String title, Periods periods, double[] recorded, WeeklyLevels simulated, String caption) {
        double[] days = IntStream.range(0, recorded.length)
                .mapToDouble(w -> periods.start().plusWeeks(w).toEpochDay())
                .toArray();
        return Chart.of(name, title, "Band: central 90 % of runs, line: median; points: the file. " + caption)
                .dates()
                .y(title, "")
                .add(Chart.Shape.BAND, "Simulated", days, simulated.at(.5), simulated.at(.05), simulated.at(.95))
                .add(Chart.Shape.POINTS, "File", days, recorded)
                .build();
    }

    /** Events of a class: of the file, and mean and 90 % of runs. */
    private record ClassRow(String root, String description, int recorded, double mean, double p5, double p95) {}

    private Table classes(
            Map<String, String> roots, List<CodedEvent> known, SimulatedEvents simulated, Periods periods) {
        List<ClassRow> rows = new ArrayList<>();
        roots.forEach((root, description) -> {
            List<CodedEvent> own = known.stream()
                    .filter(e -> EventClass.root(e.code()).filter(root::equals).isPresent())
                    .toList();
            int recorded = sum(WeeklyDyad.of(own, source, target, periods.start(), periods.weeks()));
            double[] totals = simulated.dyad(source, target, root);
            double mean = Arrays.stream(totals).average().orElse(0);
            if (recorded > 0 || mean > 0) {
                rows.add(new ClassRow(
                        root, description, recorded, mean, Quantiles.of(totals, .05), Quantiles.of(totals, .95)));
            }
        });
        return Table.of(
                        "events_classes",
                        "Events by class over the " + Numbers.counted(periods.weeks(), "week")
                                + ": the file's, and mean and central 90 % of "
                                + Numbers.counted(simulated.runs(), "run")
                                + ".",
                        rows)
                .text("Class", r -> r.root + " " + r.description, "root", ClassRow::root)
                .count("File", "recorded", ClassRow::recorded, "events")
                .estimate("Simulated", "mean", ClassRow::mean, r -> new Interval(r.p5, r.p95), "events")
                .storedText("description", "What the class holds", ClassRow::description)
                .build();
    }

    private static final String GOLDSTEIN = "Goldstein's scale";

    private static Table weekly(WeeklyDyad dyad, WeeklyLevels counts, WeeklyLevels sums) {
        TableBuilder<Integer> table = Table.of(
                        "events_weekly",
                        "events and weights of each week, of the file and of the runs",
                        dyad.counts().size())
                .storedCount("week", "Week", w -> w, "weeks")
                .storedText("date", "First day", w -> dyad.start().plusWeeks(w).toString())
                .stored(
                        "recorded_count",
                        "Events of the file",
                        w -> dyad.counts().get(w),
                        "events")
                .stored(
                        "recorded_goldstein",
                        "Their weights",
                        w -> dyad.goldstein().get(w),
                        GOLDSTEIN);
        levels(table, "count", "events", counts);
        levels(table, "goldstein", GOLDSTEIN, sums);
        return table.build();
    }

    private static void levels(TableBuilder<Integer> table, String of, String unit, WeeklyLevels simulated) {
        for (int p : new int[] {5, 50, 95}) {
            double[] level = simulated.at(p / 100.0);
            table.stored(of + "_p" + p, p + " % of runs lie below", w -> level[w], unit);
        }
    }
}
