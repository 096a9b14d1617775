package org.tumen.eventdata;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns a row of one layout into an event. */
final class RowParser {
    private static final double LARGEST_WEIGHT = 10;
    private static final int GDELT_DATE = 1;
    private static final int GDELT_SOURCE = 7;
    private static final int GDELT_TARGET = 17;
    private static final int GDELT_CODE = 26;
    private static final int GDELT_GOLDSTEIN = 30;
    private static final Pattern CAMEO = Pattern.compile("[0-9]{2,4}");

    private final Layout layout;
    private final int columns;
    private final int date;
    private final int source;
    private final int target;
    private final int code;
    private final int weight;

    private RowParser(Layout layout, int columns, int date, int source, int target, int code, int weight) {
        this.layout = layout;
        this.columns = columns;
        this.date = date;
        this.source = source;
        this.target = target;
        this.code = code;
        this.weight = weight;
    }

    static RowParser of(Layout layout, String first) {
        List<String> header = Arrays.asList(first.split("\t", -1));
        int n = header.size();
        return switch (layout) {
            case GDELT_1, GDELT_2 ->
                new RowParser(layout, n, GDELT_DATE, GDELT_SOURCE, GDELT_TARGET, GDELT_CODE, GDELT_GOLDSTEIN);
            case ICEWS ->
                new RowParser(
                        layout,
                        n,
                        column(header, "Event Date"),
                        column(header, "Source Country"),
                        column(header, "Target Country"),
                        column(header, "CAMEO Code"),
                        column(header, "Intensity"));
            case POLECAT ->
                new RowParser(
                        layout,
                        n,
                        column(header, "Event Date"),
                        column(header, "Actor Country"),
                        column(header, "Recipient Country"),
                        column(header, "Event Type"),
                        column(header, header.contains("Intensity") ? "Intensity" : "Event Intensity"));
        };
    }

    private static int column(List<String> header, String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "line 1: the column \"" + name + "\" is missing; allowed are " + Layout.ALLOWED);
        }
        return index;
    }

    CodedEvent parse(String line) throws BadRowException {
        String[] fields = line.split("\t", -1);
        if (!fits(fields.length)) {
            throw new BadRowException(fields.length + " columns where " + columns + " are needed");
        }
        String kind = fields[code].trim();
        if (layout == Layout.POLECAT ? kind.isEmpty() : !CAMEO.matcher(kind).matches()) {
            throw new BadRowException("\"" + kind + "\" is no event code");
        }
        return new CodedEvent(
                date(fields[date].trim()),
                countries(fields[source]),
                countries(fields[target]),
                kind,
                weight(fields[weight]));
    }

    /** GDELT 1.0 gained its last column within its history; both widths may stand in one file. */
    private boolean fits(int width) {
        return layout == Layout.GDELT_1 ? width == 57 || width == 58 : width == columns;
    }

    private LocalDate date(String text) throws BadRowException {
        try {
            DateTimeFormatter format =
                    layout.hasHeader() ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE;
            return LocalDate.parse(text, format);
        } catch (DateTimeParseException e) {
            throw new BadRowException(
                    "\"" + text + "\" is no date " + (layout.hasHeader() ? "(year-month-day)" : "(YYYYMMDD)"));
        }
    }

    private static double weight(String text) throws BadRowException {
        try {
            double value = Double.parseDouble(text.trim());
            if (Math.abs(value) <= LARGEST_WEIGHT) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new BadRowException("\"" + text + "\" is no number between -10 and 10");
        }
        throw new BadRowException("the weight " + text + " lies outside -10 to 10");
    }

    private Set<String> countries(String field) {
        Set<String> countries = new TreeSet<>();
        for (String part : field.split(";")) {
            String country = part.trim();
            if (!country.isEmpty() && !country.equals("None")) {
                countries.add(layout == Layout.ICEWS ? CountryNames.iso3(country) : country);
            }
        }
        return countries;
    }
}
