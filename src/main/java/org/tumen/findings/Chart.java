package org.tumen.findings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;

/**
 * A live chart, declared as data: what is drawn, in which unit, and what a reader who points at it is told. The report draws
 * it; a {@link org.tumen.chart.Picture} of the same name stands in where no script runs.
 *
 * @param name its name, in snake_case
 * @param title the finding, or what it shows
 * @param caption how to read it
 * @param x the axis to the right
 * @param y the axis upwards; for {@link Shape#ROWS} the names of rows, none
 * @param series what is drawn, in this order
 * @param marks lines at a value of an axis
 * @param beneath numbers beneath the axis to the right in a still picture, which has nothing to point at; a row each
 * @param good the corner where it is good to be, such as "top right"; of cells "high" or "low"; empty for none
 */
@JsonIgnoreProperties("beneath")
public record Chart(
        String name,
        String title,
        String caption,
        Axis x,
        Axis y,
        List<Series> series,
        List<Mark> marks,
        List<Beneath> beneath,
        String good) {

    /** How a series is drawn. */
    public enum Shape {
        /** A curve. */
        LINE,
        /** A band between low and high, with a curve where it has values of y. */
        BAND,
        /** Points; with low and high, upright intervals. */
        POINTS,
        /** Upright bars from x to the next x. */
        BARS,
        /** One row a name, from top to bottom: a dot at y and a bar from low to high; without these, a tick at y. */
        ROWS,
        /** Areas laid upon those before. */
        STACK,
        /** A curve that keeps its value until the next place; with low and high, a band. */
        STEPS,
        /**
         * Coloured cells at x and y, each of a value of {@code low}, as in a heat map; {@code high} is half the width of its
         * interval. Where low or high values are good, colours part at 0. A series of {@link #POINTS} after it frames cells,
         * with what its labels say of them, a muted one marks them by a dot. A second one of cells is a smooth surface through
         * the first, whose contours a still picture shows.
         */
        CELLS,
        /**
         * Parallel coordinates: upright axes, the names of x, each with a scale of its own, and a line a point across all of
         * them. A series holds its points one after the other, each with a value and the same label for every axis, at x = 0,
         * 1, 2, ...; a line of the label that begins with the name of an axis tells its value in words. The names of y say of
         * each axis whether it goes {@value #UP} or {@value #DOWN}.
         */
        PARALLEL;

        /** The way of an axis whose high values are at its head. */
        public static final String UP = "up";

        /** The way of an axis whose low values are at its head, since less is better. */
        public static final String DOWN = "down";
    }

    /** A label with its unit, which is told once where it is the label: launches. */
    static String named(String label, String unit) {
        return unit.isEmpty() || unit.equalsIgnoreCase(label) ? label : label + ", " + unit;
    }

    /**
     * An axis.
     *
     * @param unit in which unit; empty for none
     * @param dates whether its values are days since 1970
     * @param names the names of its values 0, 1, 2, ...; empty for a scale of numbers
     */
    public record Axis(String label, String unit, boolean dates, List<String> names) {
        public Axis {
            names = List.copyOf(names);
        }
    }

    /**
     * Something drawn.
     *
     * @param name its name in legend and tooltip
     * @param x places; for {@link Shape#ROWS} 0, 1, 2, ...
     * @param low lower ends; empty for none
     * @param high upper ends; empty for none
     * @param labels names of points or rows; empty for none. Further lines of a point's name, such as "secrecy: 0.3", are
     *     told to those who point at it
     * @param left of points, the lower ends of intervals that lie; empty for none
     * @param right the upper ends of these
     * @param hue the name of its colour, such as "blue"; {@value #THIN} for a thin line behind, one example of many;
     *     {@value #MUTED} for grey, as what the others are seen against; empty for the next colour
     */
    @JsonPropertyOrder({"name", "shape", "x", "y", "low", "high", "left", "right"})
    public record Series(
            String name,
            Shape shape,
            List<Double> x,
            List<Double> y,
            List<Double> low,
            List<Double> high,
            List<String> labels,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Double> left,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Double> right,
            String hue) {
        /** The hue of one example of many. */
        public static final String THIN = "thin";

        /** The hue of what the others are seen against. */
        public static final String MUTED = "axis";
    }

    /**
     * A line at a value.
     *
     * @param upright whether it stands at a value of x; else it lies at a value of y
     */
    public record Mark(double at, String label, boolean upright) {}

    /** A row of numbers beneath an axis, at their places, under a name. */
    public record Beneath(String name, List<Double> x, List<String> texts) {}

    public Chart {
        beneath = List.copyOf(beneath);
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    public static Builder of(String name, String title, String caption) {
        return new Builder(name, title, caption);
    }

    public static final class Builder {
        private final String name;
        private final String title;
        private final String caption;
        private final List<Series> series = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private final List<Beneath> beneath = new ArrayList<>();
        private Axis x = new Axis("", "", false, List.of());
        private Axis y = new Axis("", "", false, List.of());
        private String good = "";

        private Builder(String name, String title, String caption) {
            this.name = name;
            this.title = title;
            this.caption = caption;
        }

        /** The axis to the right. */
        public Builder x(String label, String unit) {
            x = new Axis(label, unit, false, List.of());
            return this;
        }

        /** The axis to the right as dates: values are days since 1970. */
        public Builder dates() {
            x = new Axis("", "", true, List.of());
            return this;
        }

        /** The axis upwards. */
        public Builder y(String label, String unit) {
            y = new Axis(label, unit, false, List.of());
            return this;
        }

        /** The axis to the right as names: values are 0, 1, 2, ... */
        public Builder x(String label, List<String> names) {
            x = new Axis(label, "", false, names);
            return this;
        }

        /** The axis upwards as names: values are 0, 1, 2, ... */
        public Builder y(String label, List<String> names) {
            y = new Axis(label, "", false, names);
            return this;
        }

        /** Coloured cells, as in a heat map, with half the widths of their intervals or null; a cell without a number stays empty. */
        public Builder cells(String named, double[] at, double[] up, double[] values, double @Nullable [] half) {
            return add(Shape.CELLS, named, at, up, values, half, List.of());
        }

        /** A curve, a stack, bars or steps. */
        public Builder add(Shape shape, String named, double[] at, double[] values) {
            return add(shape, named, at, values, null, null, List.of());
        }

        /** A point for each of some things, with its name. */
        public <T> Builder points(
                String named,
                List<T> things,
                ToDoubleFunction<T> at,
                ToDoubleFunction<T> value,
                Function<T, String> label) {
            return add(
                    Shape.POINTS,
                    named,
                    each(things, at),
                    each(things, value),
                    null,
                    null,
                    things.stream().map(label).toList());
        }

        /** A point for each of some things, with the interval of its value, null for none, and its name. */
        public <T> Builder points(
                String named,
                List<T> things,
                ToDoubleFunction<T> at,
                ToDoubleFunction<T> value,
                Function<T, @Nullable Interval> interval,
                Function<T, String> label) {
            return add(
                    Shape.POINTS,
                    named,
                    each(things, at),
                    each(things, value),
                    each(things, thing -> Interval.lowOf(interval.apply(thing))),
                    each(things, thing -> Interval.highOf(interval.apply(thing))),
                    things.stream().map(label).toList());
        }

        private static <T> double[] each(List<T> things, ToDoubleFunction<T> value) {
            return things.stream().mapToDouble(value).toArray();
        }

        /** Something with lower and upper ends. */
        public Builder add(
                Shape shape,
                String named,
                double[] at,
                double[] values,
                double @Nullable [] low,
                double @Nullable [] high) {
            return add(shape, named, at, values, low, high, List.of());
        }

        /** The bands that hold the middle 90 and 50 % of something, with its median, from its quantiles at each place. */
        public Builder fan(String wide, String narrow, double[] at, DoubleFunction<double[]> quantile) {
            double[] median = quantile.apply(0.5);
            return add(Shape.BAND, wide, at, median, quantile.apply(0.05), quantile.apply(0.95), List.of())
                    .hue("blue")
                    .add(Shape.BAND, narrow, at, median, quantile.apply(0.25), quantile.apply(0.75), List.of())
                    .hue("blue");
        }

        /** Something with lower and upper ends and names of its points. */
        public Builder add(
                Shape shape,
                String named,
                double[] at,
                double[] values,
                double @Nullable [] low,
                double @Nullable [] high,
                List<String> labels) {
            series.add(new Series(
                    named,
                    shape,
                    list(at),
                    list(values),
                    list(low),
                    list(high),
                    List.copyOf(labels),
                    List.of(),
                    List.of(),
                    ""));
            return this;
        }

        /** Intervals to both sides of the points of some things, declared last. */
        public <T> Builder across(List<T> things, Function<T, @Nullable Interval> interval) {
            return last(
                    list(each(things, thing -> Interval.lowOf(interval.apply(thing)))),
                    list(each(things, thing -> Interval.highOf(interval.apply(thing)))),
                    series.get(series.size() - 1).hue);
        }

        /** The colour of the series declared last, in place of the next one: see {@link Series#hue}. */
        public Builder hue(String hue) {
            Series last = series.get(series.size() - 1);
            return last(last.left, last.right, hue);
        }

        private Builder last(List<Double> left, List<Double> right, String hue) {
            Series s = series.remove(series.size() - 1);
            series.add(new Series(s.name, s.shape, s.x, s.y, s.low, s.high, s.labels, left, right, hue));
            return this;
        }

        /** Rows with a dot and an interval each, from top to bottom; without intervals, with a tick. */
        public Builder rows(
                String named, List<String> names, double[] values, double @Nullable [] low, double @Nullable [] high) {
            double[] places = new double[values.length];
            Arrays.setAll(places, i -> i);
            return add(Shape.ROWS, named, places, values, low, high, names);
        }

        /** A row for each of some things, with its value and interval; where that is null, with a dot alone. */
        public <T> Builder rows(
                String named,
                List<T> things,
                Function<T, String> label,
                ToDoubleFunction<T> value,
                Function<T, @Nullable Interval> interval) {
            Function<T, Interval> ends = thing -> Objects.requireNonNullElseGet(
                    interval.apply(thing), () -> Interval.around(value.applyAsDouble(thing), 0));
            return rows(
                    named,
                    things.stream().map(label).toList(),
                    each(things, value),
                    each(things, thing -> ends.apply(thing).low()),
                    each(things, thing -> ends.apply(thing).high()));
        }

        /** A line that stands at a value of x. */
        public Builder upright(double at, String label) {
            marks.add(new Mark(at, label, true));
            return this;
        }

        /** A line that lies at a value of y. */
        public Builder level(double at, String label) {
            marks.add(new Mark(at, label, false));
            return this;
        }

        /** A row of numbers beneath the axis to the right of a still picture. */
        public Builder beneath(String named, double[] at, List<String> texts) {
            beneath.add(new Beneath(named, list(at), List.copyOf(texts)));
            return this;
        }

        /** The corner where it is good to be. */
        public Builder good(String corner) {
            good = corner;
            return this;
        }

        public Chart build() {
            return new Chart(name, title, caption, x, y, series, marks, beneath, good);
        }

        private static List<Double> list(double @Nullable [] values) {
            return values == null ? List.of() : Arrays.stream(values).boxed().toList();
        }
    }
}
