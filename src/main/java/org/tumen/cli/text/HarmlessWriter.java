package org.tumen.cli.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import org.tumen.words.Texts;

/**
 * Where all that a command says goes out. Results, scenarios and event files come from others; what would command a terminal, or
 * turn its letters round, is written as its number.
 */
public final class HarmlessWriter extends FilterWriter {
    /** The first half of a letter, or of the end of a line, of which the other one is still to come. */
    private String held = "";

    public HarmlessWriter(Writer to) {
        super(to);
    }

    /** A half without its other one goes out by itself. A writer of texts keeps its failures to itself; here they are told. */
    @Override
    public void flush() throws IOException {
        out.write(harmless(held));
        held = "";
        super.flush();
        if (out instanceof PrintWriter texts && texts.checkError()) {
            throw new IOException("the output could not be written");
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        super.close();
    }

    @Override
    public void write(int c) throws IOException {
        write(String.valueOf((char) c), 0, 1);
    }

    @Override
    public void write(char[] letters, int from, int length) throws IOException {
        write(new String(letters, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        String all = held + text.substring(from, from + length);
        int last = all.length() - 1;
        boolean half = last >= 0 && (Character.isHighSurrogate(all.charAt(last)) || all.charAt(last) == '\r');
        held = half ? all.substring(last) : "";
        String whole = half ? all.substring(0, last) : all;
        out.write(whole.codePoints().anyMatch(Texts::commanding) ? harmless(whole) : whole);
    }

    /** The end of a line of CSV stays as it is. */
    private static String harmless(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Texts.commanding(c) && !text.startsWith("\r\n", i)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }
}
