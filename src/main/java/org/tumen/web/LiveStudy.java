package org.tumen.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Json;
import org.tumen.document.Problem;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.Manifest;
import org.tumen.store.ResultReader;
import org.tumen.store.file.StoreException;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** A study that runs, or has run, on behalf of the page. */
final class LiveStudy {
    final String id = UUID.randomUUID().toString();
    private final Instant begun = Instant.now();
    private final String name;
    private final StudyKind<?, ?> kind;
    private final String command;
    private final Path file;
    private final Path folder;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicLong made = new AtomicLong();
    private final Stages stages = new Stages();
    private final StudyLook look;
    private volatile LiveBatch.State state = LiveBatch.State.RUNNING;
    private volatile String problem = "";

    /** The runs that its result keeps, once it is done; none where a result keeps no runs, as a calibration's. */
    private volatile OptionalLong kept = OptionalLong.empty();

    LiveStudy(String name, StudyKind<?, ?> kind, String command, Path file, Path folder) {
        this.name = name;
        this.kind = kind;
        this.command = command;
        this.file = file;
        this.folder = folder;
        look = new StudyLook(folder);
    }

    boolean running() {
        return state == LiveBatch.State.RUNNING;
    }

    void start(int threads, Runnable atEnd) {
        Thread thread = new Thread(
                () -> {
                    try {
                        state = run(threads);
                    } finally {
                        if (running()) {
                            state = LiveBatch.State.FAILED;
                        }
                        look.end(state != LiveBatch.State.DONE);
                        atEnd.run();
                    }
                },
                "study-" + id);
        thread.setDaemon(true);
        thread.start();
    }

    private LiveBatch.State run(int threads) {
        PrintWriter told = new PrintWriter(stages);
        ExecutionSettings how = ExecutionSettings.local(threads, ExecutionSettings.FAILURE_LIMIT);
        StudySession quiet = StudySession.quiet(how, cancellation, new Progress());
        StudySession session = quiet.reporting(quiet.out(), told, command).watchedBy(look::watch);
        try {
            kind.run(new StudyRequest(file, new ScenarioReader.Options(List.of(), false), folder), session);
            kept = kept(folder);
            return LiveBatch.State.DONE;
        } catch (InterruptedException e) {
            return LiveBatch.State.CANCELLED;
        } catch (InvalidInputException e) {
            problem = e.problems().stream().map(Problem::inFile).collect(Collectors.joining("; "));
        } catch (UsageException | StoreException e) {
            // Their messages are for people.
            problem = String.valueOf(e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            problem = cancellation.requested() ? "" : LiveBatch.told(e);
        }
        return cancellation.requested() ? LiveBatch.State.CANCELLED : LiveBatch.State.FAILED;
    }

    private static OptionalLong kept(Path result) {
        if (!Manifest.exists(result)) {
            return OptionalLong.empty();
        }
        try (ResultReader reader = ResultReader.open(result)) {
            return OptionalLong.of(reader.made());
        }
    }

    void cancel() {
        cancellation.request();
    }

    /** What is told to whoever watches it, who sees what is known so far. */
    ObjectNode watched() {
        return told().put("known", look.version(made.get()));
    }

    /** What is known so far, as a page. */
    byte[] known() {
        return look.page().orElseThrow(() -> new RequestRefusedException(404, "nothing is known of that study yet"));
    }

    ObjectNode told() {
        ObjectNode node = Json.object();
        node.put("id", id).put("name", name).put("kind", kind.name());
        node.set("command", new Places.ForShell("./" + command));
        node.put("begun", begun.truncatedTo(ChronoUnit.SECONDS).toString());
        node.put("state", Texts.key(state)).put("problem", problem);
        kept.ifPresent(runs -> node.put("kept", runs));
        node.put("runs", made.get()).put("wanted", wanted.get()).put("detail", running() ? detail() : "");
        return node.put("result", String.valueOf(folder.getFileName()));
    }

    /** The last line that was told; one of runs is true no more when all of them are made. */
    private String detail() {
        long runs = made.get();
        return runs > stages.runs() && runs == wanted.get()
                ? Numbers.counted(runs, "run") + " made; what they say is being worked out"
                : stages.last();
    }

    /** Runs of all parts of the study together; a kind that decides as it goes wants more later. */
    private final class Progress implements RunListener {
        @Override
        public void started(long runs) {
            wanted.addAndGet(runs);
        }

        @Override
        public void made(int runs) {
            made.addAndGet(runs);
        }
    }

    /** The last line of what is told of the progress. */
    private final class Stages extends StringWriter {
        private static final int MOST = 20_000;

        private long runs;

        /** How many runs were made when the last line was told. */
        synchronized long runs() {
            return runs;
        }

        synchronized String last() {
            return getBuffer()
                    .toString()
                    .lines()
                    .map(line -> line.substring(line.lastIndexOf('\r') + 1).strip())
                    .filter(line -> !line.isEmpty())
                    .reduce((a, b) -> b)
                    .orElse("");
        }

        @Override
        public synchronized void write(String text, int from, int length) {
            super.write(text, from, length);
            runs = made.get();
            if (getBuffer().length() > MOST) {
                getBuffer().delete(0, MOST / 2);
            }
        }
    }
}
