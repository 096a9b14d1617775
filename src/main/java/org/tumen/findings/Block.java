package org.tumen.findings;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.tumen.chart.Picture;

/** A part of a section of findings. */
public sealed interface Block {
    /** Whether a terminal shows it only when details are asked for. */
    default boolean detail() {
        return false;
    }

    /** Sentences. */
    record Text(String text) implements Block {}

    /** A command that a reader may run. */
    record Command(String text) implements Block {}

    /**
     * A table.
     *
     * @param most the rows that a terminal shows, the first; the report and files hold all
     * @param detail whether a terminal shows it only when details are asked for
     * @param told which rows a terminal shows at all
     */
    record Rows(Table table, int most, boolean detail, IntPredicate told) implements Block {
        Rows(Table table, int most, boolean detail) {
            this(table, most, detail, row -> true);
        }
    }

    /** A long table that lies beside the report as a CSV file alone; its caption says what it holds. */
    record Filed(Table table) implements Block {}

    /**
     * A still picture.
     *
     * @param name its name in the folder plots, without ending
     * @param shown whether the report shows it; else it lies beside the report, whose live charts show the same
     */
    record Still(String name, Picture picture, boolean shown) implements Block {}

    /** Live charts under a label: what a reader chooses among, or what they have in common; empty for a chart alone. */
    record Live(Layout layout, String label, List<Chart> charts) implements Block {
        public Live {
            charts = List.copyOf(charts);
        }
    }

    /**
     * Charts and pictures that are made ready each time that a report asks for them; a terminal, which shows none, does
     * not wait.
     */
    record Later(Supplier<List<Block>> blocks) implements Block {}

    /** How live charts lie. */
    enum Layout {
        /** Each across the page. */
        WHOLE,
        /** Beside each other, small. */
        PANELS,
        /** One at a time, chosen by its title. */
        CHOICE
    }
}
