package org.tumen.store.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Of what a process died: its exit status, and what it and its Java complained of, which is read while it runs. */
final class ProcessDeath {
    private static final int SIGNALLED = 128;

    private static final int MOST_BYTES = 8192;
    private static final int MOST_LINES = 2;

    /** Signals that processes end by, with what that mostly means. */
    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "ILL: its program does not fit this processor",
            6, "ABRT: it gave up, mostly as the system gave it no more memory",
            7, "BUS: a file that it had mapped was cut short, or its disk is full",
            9, "KILL: somebody or the system killed it, as the system does when memory is short",
            11, "SEGV: it crashed",
            15, "TERM: it was told to end",
            24, "XCPU: its processor time was over (ulimit -t)",
            25, "XFSZ: a file grew too large (ulimit -f)");

    private final Process process;
    private final CompletableFuture<String> complaint;

    ProcessDeath(Process process) {
        this.process = process;
        complaint = CompletableFuture.supplyAsync(() -> first(process.getErrorStream()), task -> {
            Thread thread = new Thread(task, "query-complaints");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** The first bytes of a stream, which is read to its end so that nobody waits for a reader. */
    private static String first(InputStream stream) {
        try (stream) {
            byte[] bytes = stream.readNBytes(MOST_BYTES);
            stream.transferTo(OutputStream.nullOutputStream());
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end and tells it: "ended with status 1 (what it said)" or "was ended by signal 9 (what that means)". */
    String told() throws InterruptedException {
        int status = process.waitFor();
        String said = complaint
                .exceptionally(e -> "")
                .join()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                .limit(MOST_LINES)
                .collect(Collectors.joining("; "));
        String words = said.isEmpty() ? "" : "; it said: " + said;
        if (status <= SIGNALLED) {
            return "ended with status " + status + words;
        }
        int signal = status - SIGNALLED;
        String meaning = SIGNALS.get(signal);
        return "was ended by signal " + signal + (meaning == null ? "" : " (" + meaning + ")") + words;
    }
}
