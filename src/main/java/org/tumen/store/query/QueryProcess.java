package org.tumen.store.query;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.StoreException;
import org.tumen.words.Failures;

/**
 * A process of its own that answers one query, so that a query ends when it must, whatever it does: when its time is over
 * or its memory passes the limit, the process is killed. Only its output reaches this one, and no more of it than allowed.
 * It ends when this process does.
 */
final class QueryProcess implements AutoCloseable {
    static final int HEAP_MEBIBYTES = 96;
    /** The exit status of a process whose heap was full. */
    private static final int HEAP_FULL = 3;

    private static final int LONGEST_START_SECONDS = 30;

    /** Of the memory allowed a sixteenth is kept for what a query takes between two looks at it. */
    private static final int KEPT = 16;

    /** Small and quick to start; a crash leaves no files. */
    private static final List<String> OPTIONS = List.of(
            "-Xms8m",
            "-Xmx" + HEAP_MEBIBYTES + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-PrintWarnings",
            // Within the driver a heap that is full shows as any mistake; so the process ends before.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage");

    /** Options of this process that its children share: the archive of classes, and leave to load libraries. */
    private static final List<String> SHARED =
            List.of("-XX:SharedArchiveFile", "-Xshare", "-Xlog", "--enable-native-access");

    /** Variables from which Java takes options, which would contradict those above: a second collector is refused. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Process process;
    private final ProcessDeath death;
    private final CountDownLatch asked = new CountDownLatch(1);

    /**
     * Starts a process, which gets ready meanwhile.
     *
     * @throws QueryProcessException when it does not start
     */
    QueryProcess() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> SHARED.stream().anyMatch(option::startsWith))
                .forEach(command::add);
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), QueryWorker.class.getName()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeAll(VARIABLES);
            process = builder.start();
        } catch (IOException e) {
            throw new QueryProcessException("a process for the query did not start: " + Failures.reason(e), e);
        }
        death = new ProcessDeath(process);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until the question was handed over. */
    void awaitQuestion() throws InterruptedException {
        asked.await();
    }

    /** Whether the process ended in that time. */
    boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    /**
     * Asks, once.
     *
     * @return the answer as JSON: columns, types, rows, truncated
     * @throws QueryException when the query is wrong or not allowed
     * @throws QueryLimitException when it exceeds the limits
     * @throws QueryProcessException when the process did not start, or died
     * @throws StoreException when the result cannot be read
     */
    String ask(Path folder, String sql, QueryLimits limits) {
        QueryLimits start = limits.withTime(Duration.ofSeconds(LONGEST_START_SECONDS));
        String ready = watched(start, in -> line(in, QueryWorker.READY.length()));
        if (!ready.equals(QueryWorker.READY)) {
            process.destroyForcibly();
            throw new QueryProcessException("the process for the query spoke before it was asked: " + ready, null);
        }
        return watched(limits, in -> answer(in, QueryWorker.Question.of(folder, sql, limits), limits));
    }

    private long processorNanos() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(-1L);
    }

    /** Does something with the output of the process, which is killed when a limit is passed meanwhile. */
    private String watched(QueryLimits limits, Function<InputStream, String> work) {
        long most = limits.memoryBytes() - limits.memoryBytes() / KEPT;
        try (QueryWatch watch =
                new QueryWatch(limits, process.pid(), this::processorNanos, most, over -> process.destroyForcibly())) {
            try {
                return work.apply(process.getInputStream());
            } catch (Ended e) {
                QueryLimitException over = watch.over();
                throw over == null ? died(limits) : over;
            }
        }
    }

    private StoreException died(QueryLimits limits) {
        try {
            if (process.waitFor() == HEAP_FULL) {
                return limits.outgrown();
            }
            return new QueryProcessException("the process that was to answer the query " + death.told(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return new StoreException("the query was interrupted", e);
        }
    }

    private String answer(InputStream in, QueryWorker.Question question, QueryLimits limits) {
        try {
            process.getOutputStream().write(question.line());
            process.getOutputStream().flush();
            asked.countDown();
            String how = line(in, QueryWorker.REFUSED.length());
            byte[] text = in.readNBytes((int) Math.min(Integer.MAX_VALUE, limits.answerBytes() + 1));
            if (text.length > limits.answerBytes()) {
                process.destroyForcibly();
                throw limits.tooMuch();
            }
            // What was cut off by the end of the process looks like an answer too.
            if (process.waitFor() != 0) {
                throw new Ended();
            }
            return told(how, new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Ended();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new StoreException("the query was interrupted", e);
        }
    }

    private static String told(String how, String text) {
        return switch (how) {
            case QueryWorker.ANSWER -> text;
            case QueryWorker.LIMIT -> throw new QueryLimitException(text);
            case QueryWorker.DAMAGED -> throw new DamagedFileException(text);
            case QueryWorker.REFUSED -> throw new QueryException(text);
            default -> throw new Ended();
        };
    }

    /** A line of so many characters at most. */
    private static String line(InputStream in, int longest) {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0 || line.length() == longest) {
                    throw new Ended();
                }
                line.append((char) c);
            }
        } catch (IOException e) {
            throw new Ended();
        }
        return line.toString();
    }

    /** Lets a process end that was not asked; kills one that was. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
            process.destroyForcibly();
        }
    }

    /** The process ended before it had answered. */
    private static final class Ended extends RuntimeException {
        Ended() {
            super(null, null, false, false);
        }
    }
}
