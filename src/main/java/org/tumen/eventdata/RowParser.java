package org.tumen.eventdata;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns rows of one layout into events. */
final class RowParser {
    private static final double LARGEST_WEIGHT = 10;
    private static final Pattern CAMEO = Pattern.compile("[0-9]{1,4}");
    private static final Set<String> NO_COUNTRY = Set.of("", "none", "null", "na", "n/a", "nan");
    private static final Pattern ROUNDED = Pattern.compile("[0-9](?:[.,][0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final int NONE = -1;
    private static final int MOST_KEPT = 10_000;
    private static final int LONGEST_KEPT = 100;

    private final Layout layout;
    private final boolean header;
    private final int columns;
    private final Columns at;
    private final CodeZeros zeros = new CodeZeros();
    private final List<String> uncoded = new ArrayList<>();
    /** Codes of names that came before: a file has few names and many rows. */
    private final Map<String, Optional<String>> codes = new HashMap<>();

    /** Where the columns stand; {@link #NONE} for one that the layout lacks. */
    private record Columns(int id, int date, int source, int target, int code, int root, int weight) {
        static final Columns GDELT = new Columns(0, 1, 7, 17, 26, 28, 30);
    }

    private RowParser(Layout layout, boolean header, int columns, Columns at) {
        this.layout = layout;
        this.header = header;
        this.columns = columns;
        this.at = at;
    }

    /**
     * The parser of a file by its first line that is not blank; its number is for messages.
     *
     * @throws IllegalArgumentException when it shows none of the layouts or lacks a column, with the cause
     */
    static RowParser of(long number, String first) {
        List<String> fields = withoutLastEmpty(fields(first));
        Layout layout = Layout.of(fields)
                .orElseThrow(() -> new IllegalArgumentException(
                        "line " + number + ": " + cause(first, fields) + "; allowed are " + Layout.ALLOWED));
        boolean header = !layout.gdelt() || fields.get(0).equalsIgnoreCase(Layout.GDELT_HEADER);
        return new RowParser(layout, header, fields.size(), columns(layout, header, number, fields));
    }

    private static String cause(String first, List<String> fields) {
        if (first.stripLeading().startsWith("<")) {
            return "this is a page of the web, not event data";
        }
        if (fields.size() == 1) {
            String other = first.contains(",") ? "commas" : first.contains(";") ? "semicolons" : "";
            return other.isEmpty()
                    ? "one column that is none of the layouts"
                    : "the fields are separated by " + other + ", not by tabs";
        }
        if (fields.size() == 57 || fields.size() == 58 || fields.size() == 61) {
            return "as many columns as GDELT has, but the first field is no event number";
        }
        return fields.size() + " columns that are none of the layouts";
    }

    private static Columns columns(Layout layout, boolean header, long number, List<String> fields) {
        if (layout.gdelt() && !header) {
            return Columns.GDELT;
        }
        List<String> names =
                fields.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return switch (layout) {
            case GDELT_1, GDELT_2 -> named(number, names);
            case ICEWS -> named(number, names, "Source Country", "Target Country", "CAMEO Code", "Intensity");
            case POLECAT -> {
                String intensity = names.contains("intensity") ? "Intensity" : "Event Intensity";
                yield named(number, names, "Actor Country", "Recipient Country", "Event Type", intensity);
            }
        };
    }

    private static Columns named(
            long number, List<String> names, String source, String target, String code, String intensity) {
        return new Columns(
                names.indexOf("event id"),
                column(number, names, "Event Date"),
                column(number, names, source),
                column(number, names, target),
                column(number, names, code),
                NONE,
                column(number, names, intensity));
    }

    /** The columns of a GDELT file that somebody gave a header, by the codebook's names. */
    private static Columns named(long number, List<String> names) {
        return new Columns(
                0,
                column(number, names, names.contains("sqldate") ? "sqldate" : "day"),
                column(number, names, "actor1countrycode"),
                column(number, names, "actor2countrycode"),
                column(number, names, "eventcode"),
                column(number, names, "eventrootcode"),
                column(number, names, "goldsteinscale"));
    }

    private static int column(long number, List<String> header, String name) {
        int index = header.indexOf(name.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new IllegalArgumentException(
                    "line " + number + ": the column \"" + name + "\" is missing; allowed are " + Layout.ALLOWED);
        }
        return index;
    }

    Layout layout() {
        return layout;
    }

    /** Whether the first line is a header. */
    boolean header() {
        return header;
    }

    /** Rows whose code got its leading zero back. */
    long mended() {
        return zeros.mended();
    }

    /** The countries' names without a known code in the row that was read last. */
    List<String> uncoded() {
        return uncoded;
    }

    /** @throws IllegalArgumentException when lost zeros leave codes that may be either of two */
    void requireCodes() {
        zeros.requireNoneAmbiguous();
    }

    CodedEvent parse(String line, long number) throws BadRowException {
        List<String> fields = fields(line);
        if (!fits(fields)) {
            throw new BadRowException(withoutLastEmpty(fields).size() + " columns where " + columns + " are needed");
        }
        uncoded.clear();
        return new CodedEvent(
                at.id() < 0 ? "" : id(fields.get(at.id()).strip()),
                date(fields.get(at.date()).strip()),
                countries(fields.get(at.source())),
                countries(fields.get(at.target())),
                code(fields, number),
                weight(fields.get(at.weight())));
    }

    /** A number that a spreadsheet rounded, or a word for none, tells no events apart. */
    private static String id(String text) {
        return NO_COUNTRY.contains(text.toLowerCase(Locale.ROOT))
                        || ROUNDED.matcher(text).matches()
                ? ""
                : text;
    }

    /** GDELT 1.0 gained its last column within its history; both widths may stand in one file. A tab may end a row. */
    private boolean fits(List<String> fields) {
        int width = fields.size();
        boolean last = fields.get(width - 1).isEmpty();
        return layout == Layout.GDELT_1
                ? width == 57 || width == 58 || (width == 59 && last)
                : width == columns || (width == columns + 1 && last);
    }

    private static List<String> withoutLastEmpty(List<String> fields) {
        int last = fields.size() - 1;
        // GDELT 2.0 and both widths of 1.0 end with fields that may be empty; a field too many is a tab at the end.
        boolean tab = last > 0 && fields.get(last).isEmpty() && (fields.size() == 59 || fields.size() == 62);
        return tab ? fields.subList(0, last) : fields;
    }

    /** Fields between tabs; quotes around a field, as spreadsheets write them, are no part of it. */
    private static List<String> fields(String line) {
        String[] fields = line.split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i].strip();
            if (field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"")) {
                fields[i] = field.substring(1, field.length() - 1).replace("\"\"", "\"");
            }
        }
        return Arrays.asList(fields);
    }

    private String code(List<String> fields, long number) throws BadRowException {
        String code = fields.get(at.code()).strip();
        if (layout == Layout.POLECAT) {
            if (code.isEmpty()) {
                throw new BadRowException("no event type");
            }
            return code;
        }
        if (!CAMEO.matcher(code).matches()) {
            throw new BadRowException("\"" + code + "\" is no event code");
        }
        return at.root() == NONE
                ? zeros.alone(code, number)
                : zeros.below(code, fields.get(at.root()).strip());
    }

    private LocalDate date(String text) throws BadRowException {
        try {
            DateTimeFormatter format =
                    layout.gdelt() ? DateTimeFormatter.BASIC_ISO_DATE : DateTimeFormatter.ISO_LOCAL_DATE;
            return LocalDate.parse(text, format);
        } catch (DateTimeParseException e) {
            throw new BadRowException(
                    "\"" + text + "\" is no date " + (layout.gdelt() ? "(YYYYMMDD)" : "(year-month-day)"));
        }
    }

    private static double weight(String text) throws BadRowException {
        String number = text.strip();
        // Java would take 1d and 0x1p3 too.
        if (!NUMBER.matcher(number).matches()) {
            throw new BadRowException("\"" + text + "\" is no number between -10 and 10");
        }
        double value = Double.parseDouble(number);
        if (Math.abs(value) > LARGEST_WEIGHT) {
            throw new BadRowException("the weight " + text + " lies outside -10 to 10");
        }
        return value;
    }

    private Set<String> countries(String field) {
        Set<String> countries = new TreeSet<>();
        for (String part : field.split(";")) {
            String country = part.strip();
            if (!NO_COUNTRY.contains(country.toLowerCase(Locale.ROOT))) {
                countries.add(layout == Layout.ICEWS ? coded(country) : country);
            }
        }
        return countries;
    }

    private String coded(String name) {
        if (codes.size() == MOST_KEPT) {
            codes.clear();
        }
        Optional<String> code = name.length() > LONGEST_KEPT
                ? CountryNames.iso3(name)
                : codes.computeIfAbsent(name, CountryNames::iso3);
        if (code.isEmpty()) {
            uncoded.add(name);
        }
        return code.orElse(name);
    }
}
