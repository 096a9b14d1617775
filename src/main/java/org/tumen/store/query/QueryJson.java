package org.tumen.store.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;

/** Writes what a query returns as JSON into memory: columns, types, rows, truncated. */
final class QueryJson implements QuerySession.Taker, AutoCloseable {
    private final QueryLimits limits;
    private final ByteArrayBuilder bytes = new ByteArrayBuilder();
    private final JsonGenerator json;

    QueryJson(QueryLimits limits) {
        this.limits = limits;
        try {
            json = Json.PLAIN.createGenerator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin(List<String> columns, List<String> types) {
        write(() -> {
            json.writeStartObject();
            json.writePOJOField("columns", columns);
            json.writePOJOField("types", types);
            json.writeArrayFieldStart("rows");
        });
    }

    @Override
    public void row(List<@Nullable Object> values) {
        write(() -> json.writePOJO(values));
        if (bytes.size() > limits.answerBytes()) {
            throw limits.tooMuch();
        }
    }

    @Override
    public void end(boolean truncated) {
        write(() -> {
            json.writeEndArray();
            json.writeBooleanField("truncated", truncated);
            json.writeEndObject();
            json.flush();
        });
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        bytes.release();
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
