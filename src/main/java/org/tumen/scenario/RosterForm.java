package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Form;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.Place;
import org.tumen.declare.RecordBinder;
import org.tumen.declare.Resolved;
import org.tumen.declare.SchemaTypes;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.scenario.actor.RosterSpec;
import org.tumen.world.CouncilMembership;
import org.tumen.world.Member;
import org.tumen.world.Roster;

/** The Council's roster: a year, {@code calendar}, or a list of fifteen members. */
public final class RosterForm implements Form {
    /** The word for a membership that changes with the calendar. */
    private static final String CALENDAR = "calendar";

    @Override
    public boolean takes(Type type, @Nullable Object scope) {
        return type == RosterSpec.class;
    }

    @Override
    public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
        if (node instanceof Node.Sequence sequence) {
            return listed(sequence, place, binder);
        }
        if (node instanceof Node.Scalar scalar && scalar.text().equals(CALENDAR)) {
            return RosterSpec.CALENDAR;
        }
        if (node instanceof Node.Scalar scalar
                && scalar.plain()
                && scalar.text().matches("[0-9]{4}")) {
            int year = Integer.parseInt(scalar.text());
            if (year >= CouncilMembership.firstYear() && year <= CouncilMembership.lastYear()) {
                return new RosterSpec(year, null);
            }
        }
        String must = "must be a year from " + CouncilMembership.firstYear() + " to " + CouncilMembership.lastYear()
                + ", " + CALENDAR + ", or a list of fifteen members, not " + node.describe();
        return binder.refuse(node, place, must);
    }

    private static @Nullable RosterSpec listed(Node.Sequence sequence, Place place, RecordBinder binder) {
        int before = binder.problems().size();
        int size = sequence.items().size();
        if (size != Roster.SIZE) {
            binder.problems()
                    .add(sequence.position(), place.path(), "must list " + Roster.SIZE + " members, not " + size);
        }
        List<Object> listed = binder.list(sequence, place, ListedMember.class);
        if (listed == null || binder.problems().size() > before) {
            return null;
        }
        List<Member> members =
                listed.stream().map(m -> ((ListedMember) m).member()).toList();
        try {
            return new RosterSpec(null, new Roster(members));
        } catch (IllegalArgumentException e) {
            String wrong = e.getMessage() + "; each member may be listed once";
            return binder.refuse(sequence, place, wrong);
        }
    }

    @Override
    public JsonNode written(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        RosterSpec roster = (RosterSpec) value;
        if (roster.year() != null) {
            return json.numberNode(roster.year().longValue());
        }
        if (roster.listed() == null) {
            return json.textNode(CALENDAR);
        }
        ArrayNode array = json.arrayNode();
        for (Member member : roster.listed().members()) {
            array.add(Resolved.document(new ListedMember(member.iso3(), member.ideal(), member.permanent())));
        }
        return array;
    }

    @Override
    public void list(@Nullable Object value, Place place, ParameterCatalogue catalogue) {
        catalogue.leaf(value, place, "roster", place.declaration().allowed());
        if (catalogue.declared()) {
            catalogue.walk(ListedMember.class, null, place.path() + "[]", place.scope());
        }
    }

    @Override
    public ObjectNode schema(Place place, SchemaTypes schemas) {
        ObjectNode schema = Json.object();
        ArrayNode any = schema.putArray("oneOf");
        any.addObject()
                .put("type", "integer")
                .put("minimum", CouncilMembership.firstYear())
                .put("maximum", CouncilMembership.lastYear());
        any.addObject().put("const", CALENDAR);
        ObjectNode listed = any.addObject();
        listed.put("type", "array").put("minItems", Roster.SIZE).put("maxItems", Roster.SIZE);
        listed.set("items", schemas.reference(ListedMember.class, null));
        return schema;
    }
}
