package org.tumen.web;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsJson;
import org.tumen.report.FindingsPage;
import org.tumen.study.Interim;

/**
 * What is known of a study while it runs, as a page like its report. It is made again only while somebody looks and runs have
 * come, and never takes more than a quarter of the time.
 */
final class StudyLook {
    private static final long REST_NANOS = 3_000_000_000L;
    private static final int SHARE = 4;
    private static final System.Logger LOG = System.getLogger("org.tumen.web");

    private final Path folder;
    private @Nullable Interim interim;
    private byte @Nullable [] page;
    private int version;
    private boolean working;
    private boolean ended;
    private long next = System.nanoTime();
    private long seen = -1;

    StudyLook(Path folder) {
        this.folder = folder;
    }

    /** From now on something else tells what is known. */
    synchronized void watch(Interim told) {
        interim = told;
        seen = -1;
    }

    /**
     * Nothing is made any more.
     *
     * @param kept whether what was known is still of use: the study has no report
     */
    synchronized void end(boolean kept) {
        ended = true;
        if (!kept) {
            page = null;
            version = 0;
        }
    }

    /**
     * The number of the page that there is, 0 for none; begins another when it is time.
     *
     * @param runs how many runs the study has made
     */
    synchronized int version(long runs) {
        Interim told = interim;
        if (told != null && !ended && !working && runs != seen && System.nanoTime() - next >= 0) {
            working = true;
            seen = runs;
            Thread thread = new Thread(() -> look(told), "look");
            thread.setDaemon(true);
            thread.start();
        }
        return version;
    }

    /** The page; empty while nothing is known. */
    synchronized Optional<byte[]> page() {
        return Optional.ofNullable(page);
    }

    private void look(Interim told) {
        long before = System.nanoTime();
        byte[] made = null;
        try {
            Optional<Findings> known = told.known();
            if (known.isPresent()) {
                made = FindingsPage.of(FindingsJson.of(known.get()), folder, null);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            // A look fails where the study itself would, and the study tells why; the next look may not.
            LOG.log(System.Logger.Level.DEBUG, "a look at a study failed", e);
        } finally {
            looked(made, System.nanoTime() - before);
        }
    }

    private synchronized void looked(byte @Nullable [] made, long spent) {
        working = false;
        next = System.nanoTime() + Math.max(made == null ? 0 : REST_NANOS, SHARE * spent);
        if (made != null && !ended && !Arrays.equals(made, page)) {
            page = made;
            version++;
        }
    }
}
