package org.tumen.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A table of text with aligned columns: the first and those of words to the left, the others to the right. */
public final class TextTable {
    private static final int LEAST = 20;
    private static final int LEAST_OF_A_NAME = 15;
    private static final int LONGEST_WORD = 40;

    private final List<List<String>> rows = new ArrayList<>();
    private final BitSet words = new BitSet();
    private boolean ruled;

    public TextTable(String... head) {
        rows.add(List.of(head));
        words.set(0);
    }

    /** Says that a column is of words: it is aligned to the left, and breaks where a table must be narrower. */
    public TextTable words(int column) {
        words.set(column);
        return this;
    }

    /** Says that a column is of numbers, which is so of all but the first unless they are of words. */
    public TextTable numbers(int column) {
        words.clear(column);
        return this;
    }

    /** Draws a line below the names of the columns. */
    public TextTable ruled() {
        ruled = true;
        return this;
    }

    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        return within(Integer.MAX_VALUE);
    }

    /**
     * The table in lines of at most so many characters, as far as breaking names of columns, and then cells of words, makes it
     * so narrow.
     */
    public String within(int most) {
        int[] width = widths(0);
        narrow(width, heads(), most);
        narrow(width, leastOfNames(), most);
        narrow(width, least(), most);
        StringBuilder text = new StringBuilder();
        append(text, rows.get(0), width);
        if (ruled) {
            append(text, Arrays.stream(width).mapToObj("-"::repeat).toList(), width);
        }
        rows.stream().skip(1).forEach(row -> append(text, row, width));
        return text.toString();
    }

    /** The same, and the columns for which a line has no room follow below, beside the first where there are no numbers. */
    public String folded(int most) {
        return folded(most, 1);
    }

    /**
     * The same, and the columns for which a line has no room follow below, beside those of words that stand before the first
     * number; beside so many of the first where there are no numbers.
     */
    public String folded(int most, int first) {
        int[] least = least();
        int numbers = words.nextClearBit(0);
        int kept = numbers < least.length ? numbers : Math.min(first, least.length - 1);
        if (numbers >= least.length) {
            int[] whole = heads();
            IntStream.range(kept, whole.length)
                    .filter(i -> whole[i] <= LONGEST_WORD)
                    .forEach(i -> least[i] = whole[i]);
        }
        StringBuilder text = new StringBuilder();
        for (int from = kept; from < least.length || text.isEmpty(); ) {
            int to = Math.min(from + 1, least.length);
            while (to < least.length && total(least, kept, from, to + 1) <= most) {
                to++;
            }
            text.append(text.isEmpty() ? "" : "\n").append(part(kept, from, to).within(most));
            from = to;
        }
        return text.toString();
    }

    private static int total(int[] width, int kept, int from, int to) {
        return total(IntStream.concat(IntStream.range(0, kept), IntStream.range(from, to))
                .map(i -> width[i])
                .toArray());
    }

    /** A table of the first columns. */
    public TextTable first(int columns) {
        return part(0, 0, columns);
    }

    /** The first columns and some others. */
    private TextTable part(int kept, int from, int to) {
        int[] columns = IntStream.concat(IntStream.range(0, kept), IntStream.range(from, to))
                .toArray();
        TextTable part = new TextTable();
        part.rows.clear();
        rows.forEach(
                row -> part.rows.add(Arrays.stream(columns).mapToObj(row::get).toList()));
        IntStream.range(0, columns.length).filter(i -> words.get(columns[i])).forEach(part.words::set);
        part.ruled = ruled;
        return part;
    }

    /** How many of the first columns fit into lines of so many characters when names of columns break; two at least. */
    public int fitting(int most) {
        int[] width = heads();
        int columns = Math.min(2, width.length);
        while (columns < width.length && total(Arrays.copyOf(width, columns + 1)) <= most) {
            columns++;
        }
        return columns;
    }

    private int[] widths(int from) {
        int[] width = new int[rows.get(0).size()];
        for (List<String> row : rows.subList(from, rows.size())) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        }
        return width;
    }

    /** Widths in which all cells stand whole, and names of columns break between words. */
    private int[] heads() {
        int[] width = widths(1);
        Arrays.setAll(width, i -> Math.max(width[i], longestWord(rows.get(0).get(i))));
        return width;
    }

    /** Widths in which the names of rows break, and no other cells. */
    private int[] leastOfNames() {
        int[] width = heads();
        System.arraycopy(least(), 0, width, 0, names());
        return width;
    }

    /** How many columns name rows: those of words before the first number; the first where there are no numbers. */
    private int names() {
        int numbers = words.nextClearBit(0);
        return numbers < rows.get(0).size() ? numbers : 1;
    }

    /** Widths in which cells of words break too, those that name rows the narrowest; words as long as names and paths stand whole. */
    private int[] least() {
        int[] width = heads();
        int names = names();
        words.stream().forEach(i -> {
            int word =
                    rows.stream().mapToInt(row -> longestWord(row.get(i))).max().orElse(0);
            width[i] = Math.min(width[i], Math.max(i < names ? LEAST_OF_A_NAME : LEAST, Math.min(word, LONGEST_WORD)));
        });
        return width;
    }

    private static int longestWord(String text) {
        return Texts.wrapped(text, 1).lines().mapToInt(String::length).max().orElse(0);
    }

    /** Takes from the widest columns, each down to its least, until the table is narrow enough. */
    private static void narrow(int[] width, int[] least, int most) {
        for (int beyond = total(width) - most; beyond > 0; beyond = total(width) - most) {
            OptionalInt widest = IntStream.range(0, width.length)
                    .filter(i -> width[i] > least[i])
                    .reduce((a, b) -> width[b] > width[a] ? b : a);
            if (widest.isEmpty()) {
                return;
            }
            int column = widest.getAsInt();
            width[column] = Math.max(least[column], width[column] - beyond);
        }
    }

    private static int total(int[] width) {
        int total = -2;
        for (int of : width) {
            total += of + 2;
        }
        return total;
    }

    private void append(StringBuilder text, List<String> row, int[] width) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < width.length; i++) {
            String cell = row.get(i);
            cells.add(
                    cell.length() > width[i]
                            ? Texts.wrapped(cell, width[i]).lines().toList()
                            : List.of(cell));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < width.length; i++) {
                String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                String gap = " ".repeat(Math.max(0, width[i] - part.length()));
                all.append(i == 0 ? "" : "  ").append(words.get(i) ? part + gap : gap + part);
            }
            text.append(all.toString().stripTrailing()).append('\n');
        }
    }
}
