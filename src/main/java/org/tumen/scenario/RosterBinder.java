package org.tumen.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.document.Node;
import org.tumen.document.Problems;
import org.tumen.world.CouncilMembership;
import org.tumen.world.Member;
import org.tumen.world.Roster;

/** Makes a roster of a year, of {@code calendar}, or of a list of members. */
final class RosterBinder {
    /** The word for a membership that changes with the calendar. */
    static final String CALENDAR = "calendar";

    private final RecordBinder binder;
    private final Problems problems;

    RosterBinder(RecordBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    @Nullable
    RosterSpec bind(Parameter declared, Node node, String path) {
        if (node instanceof Node.Sequence sequence) {
            return listed(declared, sequence, path);
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
        problems.add(
                node.position(),
                path,
                "must be a year from " + CouncilMembership.firstYear() + " to " + CouncilMembership.lastYear() + ", "
                        + CALENDAR + ", or a list of fifteen members, not " + node.describe());
        return null;
    }

    private @Nullable RosterSpec listed(Parameter declared, Node.Sequence sequence, String path) {
        int before = problems.size();
        if (sequence.items().size() != Roster.SIZE) {
            problems.add(
                    sequence.position(),
                    path,
                    "must list " + Roster.SIZE + " members, not "
                            + sequence.items().size());
        }
        List<Object> listed = binder.list(ListedMember.class, declared, sequence, path, null);
        if (listed == null || problems.size() > before) {
            return null;
        }
        List<Member> members =
                listed.stream().map(m -> ((ListedMember) m).member()).toList();
        try {
            return new RosterSpec(null, new Roster(members));
        } catch (IllegalArgumentException e) {
            problems.add(
                    sequence.position(), path, String.valueOf(e.getMessage()) + "; each member may be listed once");
            return null;
        }
    }
}
