package org.tumen.declare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.document.Document;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.document.Problem;
import org.tumen.document.Problems;

/**
 * A world of its own, without actors: a fleet of ships, each of a class with parameters of its own. All that is special is one
 * form (this file and a line of META-INF/services); binding, defaults, writing, listing, paths and schema follow.
 */
class FormTest {
    /** A fleet. */
    record Fleet(
            @Parameter(meaning = "Name") String name,
            @Parameter(meaning = "The ships", value = "{}") Map<String, Ship> ships) {}

    /** A ship of some class. */
    record Ship(String hull, Record parameters) {}

    /** Parameters of a tug. */
    record Tug(
            @Parameter(meaning = "Pull", value = "20", min = 0, max = 100)
            double pull) {}

    /** Parameters of a ferry. */
    record Ferry(
            @Parameter(meaning = "Seats", value = "100", min = 1, max = 2000)
            int seats,

            @Parameter(meaning = "Decks", value = "[2, 3]", min = 1, max = 9)
            List<Integer> decks) {}

    private static final Map<String, Class<? extends Record>> HULLS = Map.of("tug", Tug.class, "ferry", Ferry.class);

    /** What is special about ships. */
    public static final class ShipForm implements Form {
        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type == Ship.class;
        }

        private static @Nullable Class<? extends Record> hull(@Nullable String name) {
            return name == null ? null : HULLS.get(name);
        }

        @Override
        public Node filled(Node node, Place place) {
            Class<? extends Record> hull = node instanceof Node.Mapping ship ? hull(ship.text("hull")) : null;
            return hull == null ? node : Defaults.record(hull, (Node.Mapping) node);
        }

        @Override
        public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
            Class<? extends Record> hull = node instanceof Node.Mapping ship ? hull(ship.text("hull")) : null;
            if (hull == null) {
                binder.problems().add(node.position(), place.path(), "must have a hull: ferry or tug");
                return null;
            }
            Object bound = binder.record(hull, (Node.Mapping) node, place.path(), null, Set.of("hull"));
            return bound == null ? null : new Ship(((Node.Mapping) node).text("hull"), (Record) bound);
        }

        @Override
        public JsonNode written(Object value) {
            Ship ship = (Ship) value;
            return Resolved.write(
                    ship.parameters(), JsonNodeFactory.instance.objectNode().put("hull", ship.hull()));
        }

        @Override
        public Record parts(Object value) {
            return ((Ship) value).parameters();
        }

        @Override
        public Object with(Object value, Record parts) {
            return new Ship(((Ship) value).hull(), parts);
        }

        @Override
        public ObjectNode schema(Place place, SchemaTypes schemas) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            HULLS.forEach((name, hull) -> schemas.object(
                            hull, schema.withArray("anyOf").addObject(), null)
                    .putObject("hull")
                    .put("const", name));
            return schema;
        }
    }

    private static final String TEXT = "name: north\nships:\n  a: {hull: tug, pull: 30}\n  b: {hull: ferry}\n";

    private static @Nullable Fleet bind(String text, Problems problems) {
        return new RecordBinder(problems).bind(Fleet.class, Document.parse(text, "f.yaml", problems), "");
    }

    @Test
    void oneFormIsEnoughForAllThatFollows() {
        Problems problems = new Problems();
        Fleet fleet = bind(TEXT, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(fleet.ships().get("a")).isEqualTo(new Ship("tug", new Tug(30)));
        assertThat(fleet.ships().get("b")).isEqualTo(new Ship("ferry", new Ferry(100, List.of(2, 3))));
        assertThat(Json.text(Resolved.document(fleet)))
                .isEqualTo("{\"name\":\"north\",\"ships\":{\"a\":{\"hull\":\"tug\",\"pull\":30},"
                        + "\"b\":{\"hull\":\"ferry\",\"seats\":100,\"decks\":[2,3]}}}");
        ParameterSetter<Fleet> setter = new ParameterSetter<>(fleet, List.of("ships.b.seats", "ships.b.decks[1]"));
        assertThat(setter.with(new double[] {250.4, 5}).ships().get("b"))
                .isEqualTo(new Ship("ferry", new Ferry(250, List.of(2, 5))));
        assertThat(ParameterPath.of(fleet, "ships.a.pull").max()).isEqualTo(100);
        SchemaTypes types = new SchemaTypes(Fleet.class);
        ObjectNode schema = SchemaTypes.root("Fleet", "Ships.");
        types.object(Fleet.class, schema, null);
        schema.set("$defs", types.definitions());
        var checked =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        assertThat(checked.validate(Resolved.document(fleet))).isEmpty();
        assertThat(checked.validate(Resolved.node(Document.parse(TEXT.replace("tug", "tub"), "f", problems))))
                .isNotEmpty();
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        Problems problems = new Problems();
        assertThat(bind(TEXT.replace("30", "300").replace("ferry", "raft"), problems))
                .isNull();
        assertThat(problems.list().stream().map(Problem::toString))
                .containsExactly(
                        "f.yaml:3: ships.a.pull: must be a number from 0 to 100, not 300",
                        "f.yaml:4: ships.b: must have a hull: ferry or tug");
    }
}
