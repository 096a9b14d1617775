package org.tumen.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** Axes in the style of a theme. Texts are English and times UTC whatever the machine's settings. */
public final class Axes {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private Axes() {}

    /** An axis of numbers with about as many ticks as asked for. */
    public static NumberAxis number(Theme theme, String label, double from, double to, int ticks) {
        NumberAxis axis = new NumberAxis(label);
        double step = niceStep(to - from, ticks);
        axis.setTickUnit(new NumberTickUnit(step, format(step)));
        axis.setRange(from, to > from ? to : from + 1);
        style(theme, axis);
        return axis;
    }

    public static NumberAxis whole(Theme theme, String label, double from, double to, int ticks) {
        NumberAxis axis = number(theme, label, from, to, ticks);
        double step = axis.getTickUnit().getSize();
        axis.setTickUnit(new NumberTickUnit(step == 2.5 ? 5 : Math.max(1, step), format(1)));
        return axis;
    }

    /** The weeks between two ticks: a divisor of 52, or several years. */
    public static int weekStep(int weeks, int ticks) {
        for (int step : new int[] {1, 2, 4, 13, 26, 52}) {
            if (weeks <= step * ticks) {
                return step;
            }
        }
        return 52 * (int) Math.ceil(weeks / 52.0 / ticks);
    }

    /**
     * An axis of calendar dates from the end of week 0 to the end of the last week; its values are milliseconds as
     * {@link #time} gives them.
     */
    public static DateAxis dates(Theme theme, LocalDate start, int weeks, int ticks) {
        long months = Math.max(1, ChronoUnit.MONTHS.between(start, start.plusWeeks(weeks)));
        int step = 1;
        for (int larger : new int[] {2, 3, 6, 12, 24, 60}) {
            step = months / step > ticks ? larger : step;
        }
        SimpleDateFormat format = new SimpleDateFormat(step >= 12 ? "yyyy" : "MMM yyyy", Locale.ENGLISH);
        format.setTimeZone(UTC);
        DateAxis axis = new CalendarAxis();
        axis.setTickUnit(new DateTickUnit(DateTickUnitType.MONTH, step, format));
        axis.setRange(new Date((long) time(start, 1)), new Date((long) time(start, Math.max(2, weeks))));
        style(theme, axis);
        return axis;
    }

    /** JFreeChart puts ticks of several months at June and December, and those of a year at December; this at January. */
    private static final class CalendarAxis extends DateAxis {
        CalendarAxis() {
            super(null, UTC, Locale.ENGLISH);
        }

        @Override
        protected Date previousStandardDate(Date date, DateTickUnit unit) {
            LocalDate day = date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            int months = 12 * day.getYear() + day.getMonthValue() - 1;
            int tick = Math.floorDiv(months, unit.getMultiple()) * unit.getMultiple();
            LocalDate first = LocalDate.of(Math.floorDiv(tick, 12), Math.floorMod(tick, 12) + 1, 1);
            return Date.from(first.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    /** Week numbers along the top of a plot whose horizontal axis is one of dates. */
    static NumberAxis weeksAbove(Theme theme, int first, int last) {
        NumberAxis axis = new NumberAxis();
        axis.setTickUnit(new NumberTickUnit(weekStep(last, 13), format(1)));
        axis.setRange(first, Math.max(first + 1, last));
        style(theme, axis);
        axis.setAxisLineVisible(false);
        return axis;
    }

    static double time(LocalDate start, int weeks) {
        return 1000.0 * start.plusWeeks(weeks).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** An axis without ticks, on which marks stand at whole numbers counted downwards. */
    public static NumberAxis rows(Theme theme, double from, double to) {
        NumberAxis axis = number(theme, "", from, to, 1);
        axis.setLabel(null);
        axis.setInverted(true);
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    private static void style(Theme theme, ValueAxis axis) {
        axis.setLabelFont(theme.label());
        axis.setLabelPaint(Theme.INK.colour());
        axis.setTickLabelFont(theme.tick());
        axis.setTickLabelPaint(Theme.MUTED.colour());
        axis.setAxisLinePaint(Theme.AXIS.colour());
        axis.setTickMarkPaint(Theme.AXIS.colour());
        axis.setAxisLineStroke(Theme.line(0.8));
        axis.setTickMarkStroke(Theme.line(0.8));
        axis.setTickMarkOutsideLength(3);
        axis.setLabelInsets(new RectangleInsets(2, 2, 0, 2));
    }

    /** A step of 1, 2, 2.5 or 5 times a power of ten that gives at most the wanted number of intervals. */
    public static double niceStep(double range, int ticks) {
        if (!(range > 0)) {
            return 1;
        }
        double rough = range / Math.max(1, ticks);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static DecimalFormat format(double step) {
        int decimals = 0;
        while (decimals < 6
                && Math.abs(step * Math.pow(10, decimals) - Math.rint(step * Math.pow(10, decimals))) > 1e-6) {
            decimals++;
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        return new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), symbols);
    }
}
