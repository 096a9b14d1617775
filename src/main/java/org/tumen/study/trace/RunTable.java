package org.tumen.study.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.experiment.ActorNames;
import org.tumen.outcome.Outcome;
import org.tumen.simulation.RunTrace;
import org.tumen.words.Csv;
import org.tumen.world.Event;

/** A run for other programs to read: CSV and JSON. */
public final class RunTable {
    private static final List<String> COLUMNS = List.of(
            "week",
            "date",
            "kind",
            "source",
            "target",
            "source_iso3",
            "target_iso3",
            "cameo",
            "description",
            "goldstein",
            "magnitude");

    private RunTable() {}

    private static List<@Nullable Object> cells(Event e, RunTrace trace, ActorNames names) {
        return Arrays.asList(
                e.week(),
                trace.scenario().day(e.week()).toString(),
                e.kind().key(),
                e.source(),
                e.target(),
                names.iso3(e.source()),
                names.iso3(e.target()),
                e.kind().cameo(),
                e.kind().description(),
                e.kind().goldstein(),
                e.magnitude());
    }

    /** The events, a line each, as CSV. */
    public static String csv(RunTrace trace) {
        ActorNames names = new ActorNames(trace.scenario());
        Csv csv = Csv.of(COLUMNS);
        for (Event e : trace.events()) {
            csv.row(cells(e, trace, names));
        }
        return csv.text();
    }

    /** Events, weeks and outcomes as JSON, with decisions and votes where wanted; of an arm of a result with its name. */
    public static String json(RunTrace trace, @Nullable String arm, boolean why) {
        ActorNames names = new ActorNames(trace.scenario());
        ObjectNode root = Json.object();
        root.put("scenario", trace.scenario().name());
        if (arm != null) {
            root.put("arm", arm);
        }
        root.put("seed", trace.key().seed());
        root.put("run", trace.key().run());
        ArrayNode events = root.putArray("events");
        for (Event e : trace.events()) {
            ObjectNode event = events.addObject();
            List<@Nullable Object> cells = cells(e, trace, names);
            for (int i = 0; i < cells.size(); i++) {
                event.set(COLUMNS.get(i), Json.PLAIN.valueToTree(cells.get(i)));
            }
            event.remove("description");
        }
        root.set("weeks", Json.PLAIN.valueToTree(trace.weeks()));
        if (why) {
            root.set("decisions", Json.PLAIN.valueToTree(trace.decisions()));
            root.set("votes", Json.PLAIN.valueToTree(trace.votes()));
        }
        ObjectNode outcomes = root.putObject("outcomes");
        Outcome.all().forEach(o -> outcomes.put(o.key(), trace.outcome(o)));
        try {
            return Json.MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a trace can be written as JSON", e);
        }
    }
}
