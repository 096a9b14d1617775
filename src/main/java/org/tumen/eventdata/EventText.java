package org.tumen.eventdata;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens a file of event data as text, told by its first bytes whether it is packed, and how it is written. */
final class EventText {
    private static final int LOOKED_AT = 512;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final List<byte[]> UTF_16_MARKS =
            List.of(new byte[] {(byte) 0xff, (byte) 0xfe}, new byte[] {(byte) 0xfe, (byte) 0xff});

    private EventText() {}

    /**
     * The text of a file.
     *
     * @throws IllegalArgumentException when it is no text in UTF-8, or an archive of none or several files
     * @throws IOException when it cannot be read
     */
    static Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return text(unpacked(in));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        byte[] first = look(in);
        if (begins(first, GZIP)) {
            return new BufferedInputStream(new WholeGzip(in));
        }
        if (begins(first, EMPTY_ZIP)) {
            throw new IllegalArgumentException("the archive holds no file");
        }
        if (begins(first, ZIP)) {
            return new BufferedInputStream(new OnlyEntry(new ZipInputStream(in)));
        }
        return in;
    }

    private static Reader text(InputStream in) throws IOException {
        byte[] first = look(in);
        if (UTF_16_MARKS.stream().anyMatch(mark -> begins(first, mark))) {
            throw new IllegalArgumentException("this is UTF-16; save it as UTF-8");
        }
        if (begins(first, UTF_8_MARK)) {
            in.skipNBytes(UTF_8_MARK.length);
        }
        for (byte b : first) {
            if (b == 0) {
                throw new IllegalArgumentException("this is no text in UTF-8: its first " + LOOKED_AT
                        + " bytes hold a zero, as UTF-16 and binary files do; save it as UTF-8");
            }
        }
        // Malformed bytes become replacement characters, so that one bad name spoils its own row at most.
        return new InputStreamReader(
                in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE));
    }

    private static byte[] look(InputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] first = in.readNBytes(LOOKED_AT);
        in.reset();
        return first;
    }

    /** @param with without zeros */
    private static boolean begins(byte[] bytes, byte[] with) {
        return Arrays.equals(Arrays.copyOf(bytes, with.length), with);
    }

    /** Gzip, of one member or several; what stands behind them and is none is a complaint instead of left out in silence. */
    private static final class WholeGzip extends GZIPInputStream {
        private static final int TRAILER = 8;

        WholeGzip(InputStream in) throws IOException {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
                throw new IllegalArgumentException(
                        "behind the end of what gzip packed stands something else; unpack it");
            }
            return read;
        }
    }

    /** The only file of an archive; a second one is a complaint at its end, since nothing may be dropped in silence. */
    private static final class OnlyEntry extends InputStream {
        private final ZipInputStream zip;
        private final String name;

        OnlyEntry(ZipInputStream zip) throws IOException {
            this.zip = zip;
            name = next().map(ZipEntry::getName)
                    .orElseThrow(() -> new IllegalArgumentException("the archive holds no file"));
        }

        private Optional<ZipEntry> next() throws IOException {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && (entry.isDirectory() || entry.getName().startsWith("__MACOSX/"))) {
                entry = zip.getNextEntry();
            }
            return Optional.ofNullable(entry);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = zip.read(bytes, from, length);
            if (read < 0) {
                next().ifPresent(other -> {
                    throw new IllegalArgumentException("the archive holds several files, such as " + name + " and "
                            + other.getName() + "; unpack it");
                });
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
