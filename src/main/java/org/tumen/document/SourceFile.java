package org.tumen.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Failures;
import org.tumen.words.Texts;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads a text file whose content nobody vouches for. */
public final class SourceFile {
    /** Largest file that is read, in bytes. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final String CANNOT = "cannot be read: ";

    private SourceFile() {}

    /** Why a path cannot be read as a file, or null when it can. */
    public static @Nullable String unreadable(Path path) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return "no such file";
        } catch (IOException e) {
            return CANNOT + Failures.reason(e);
        }
        if (Files.isDirectory(path)) {
            return "is a folder, not a file";
        }
        if (!Files.isRegularFile(path)) {
            return "is not a regular file";
        }
        return Files.isReadable(path) ? null : CANNOT + "access denied";
    }

    /** The text of a file, or null after noting why there is none. */
    public static @Nullable String read(Path path, String name, Problems problems) {
        Position whole = new Position(name, 0);
        String unreadable = unreadable(path);
        if (unreadable != null) {
            problems.add(whole, "", unreadable);
            return null;
        }
        byte[] bytes;
        // The size is checked on what is read, not on what the file system says: files of /proc claim to be empty.
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            problems.add(whole, "", CANNOT + Texts.brief(Failures.reason(e)));
            return null;
        }
        if (bytes.length > MOST_BYTES) {
            problems.add(whole, "", "is larger than 2 MiB; a file may have at most " + MOST_BYTES + " bytes");
            return null;
        }
        return decode(bytes, name, problems);
    }

    private static @Nullable String decode(byte[] bytes, String name, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(
                    new Position(name, line),
                    "",
                    "is not UTF-8 at byte " + in.position() + "; files must be UTF-8 text");
            return null;
        }
        String text = out.flip().toString();
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return printable(text, name, problems) ? text : null;
    }

    private static boolean printable(String text, String name, Problems problems) {
        int line = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            line += c == '\n' ? 1 : 0;
            if (!StreamReader.isPrintable(c)) {
                problems.add(new Position(name, line), "", noText(c));
                return false;
            }
        }
        return true;
    }

    static String noText(int c) {
        return String.format(Locale.ROOT, "holds the control character U+%04X; only text is allowed", c);
    }
}
