package org.tumen.store.query;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.tumen.document.Json;
import org.tumen.store.ResultReader;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.Database;
import org.tumen.words.Failures;

/**
 * The program of a process that answers one query: see {@link QueryProcess}. It says that it is ready, reads one line with
 * the question, writes one line that tells how it went and then the answer or the message. It ends when it has answered,
 * or when whoever started it closes its input or ends.
 */
final class QueryWorker {
    static final String READY = "ready";
    static final String ANSWER = "answer";
    static final String REFUSED = "refused";
    static final String LIMIT = "limit";
    static final String DAMAGED = "damaged";

    private static final int FEW_MEBIBYTES = 16;

    private QueryWorker() {}

    /** A question as it is handed over. */
    record Question(String folder, String sql, int rows, long millis, int memoryMebibytes, int answerMebibytes) {
        static Question of(Path folder, String sql, QueryLimits limits) {
            return new Question(
                    folder.toAbsolutePath().toString(),
                    sql,
                    limits.rows(),
                    limits.time().toMillis(),
                    limits.memoryMebibytes(),
                    limits.answerMebibytes());
        }

        private QueryLimits limits() {
            return new QueryLimits(rows, Duration.ofMillis(millis), memoryMebibytes, answerMebibytes);
        }

        byte[] line() {
            return (Json.text(this) + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Answers one query over the standard streams. */
    public static void main(String[] args) throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            warmUp();
        } catch (StoreException e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(1);
        }
        out.write((READY + "\n").getBytes(StandardCharsets.US_ASCII));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        if (line != null) {
            endWith(in);
            answer(Json.PLAIN.readValue(line, Question.class), out);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Loads the library and the classes that an answer needs. */
    private static void warmUp() throws IOException {
        Question nowhere = Question.of(Path.of("no result"), "SELECT 1", QueryLimits.DEFAULT);
        answer(Json.PLAIN.readValue(nowhere.line(), Question.class), OutputStream.nullOutputStream());
        try (var database = Database.open(FEW_MEBIBYTES);
                var statement = database.createStatement();
                var set = statement.executeQuery("SELECT json_serialize_sql('SELECT 1'), 1.5")) {
            set.next();
            QueryGuard.requireBounded(Json.parse(set.getString(1)).path("statements"));
            QueryJson json = new QueryJson(QueryLimits.DEFAULT);
            json.begin(List.of("a"), List.of("DOUBLE"));
            json.row(List.of(set.getDouble(2)));
            json.close();
        } catch (SQLException e) {
            throw new StoreException(Failures.reason(e), e);
        }
    }

    /** A query cannot be stopped at every moment, but a process can. */
    private static void endWith(Reader in) {
        Thread thread = new Thread(
                () -> {
                    try {
                        in.read();
                    } catch (IOException e) {
                        // As good as the end.
                        Thread.onSpinWait();
                    }
                    Runtime.getRuntime().halt(1);
                },
                "end-of-input");
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(Question question, OutputStream out) throws IOException {
        try (ResultReader reader = ResultReader.open(Path.of(question.folder()))) {
            tell(ANSWER, QuerySession.json(reader, question.sql(), question.limits()), out);
        } catch (QueryLimitException e) {
            tell(LIMIT, e, out);
        } catch (DamagedFileException e) {
            tell(DAMAGED, e, out);
        } catch (StoreException e) {
            tell(REFUSED, e, out);
        }
    }

    private static void tell(String how, StoreException e, OutputStream out) throws IOException {
        tell(how, String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8), out);
    }

    private static void tell(String how, byte[] text, OutputStream out) throws IOException {
        out.write((how + "\n").getBytes(StandardCharsets.US_ASCII));
        out.write(text);
    }
}
