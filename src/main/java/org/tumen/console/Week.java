package org.tumen.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.HeldVote;
import org.tumen.simulation.WeekState;
import org.tumen.world.Event;

/** The week that is shown: what happened in it and how it left the world. */
final class Week {
    final List<Event> events = new ArrayList<>();
    final List<HeldVote> votes = new ArrayList<>();

    @Nullable
    Scenario scenario;

    @Nullable
    WeekState state;

    String title = "";
    long seed;
    long run;

    /** Turns to a run, before its first week. */
    void begin(Scenario of, String named, long withSeed, long number, WeekState start) {
        scenario = of;
        title = named;
        seed = withSeed;
        run = number;
        state = start;
        events.clear();
        votes.clear();
    }

    Scenario scenario() {
        return Objects.requireNonNull(scenario, "no run was begun");
    }

    WeekState state() {
        return Objects.requireNonNull(state, "no run was begun");
    }
}
