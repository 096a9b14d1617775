package org.tumen.simulation;

import java.time.LocalDate;
import java.util.List;
import org.tumen.declare.NumberPlaces;
import org.tumen.draw.Stream;
import org.tumen.policy.AllyPolicy;
import org.tumen.policy.AllyView;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.scenario.actor.Ally;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;

/** An ally: what it saw and did this week; also the view that its policy receives. */
final class AllyState implements AllyView {
    final String name;
    final RunNumbers.Ally p = new RunNumbers.Ally();
    final AllyPolicy policy;
    final Choice disclosure;
    final Choice measures;

    /** Whether to follow, one choice for each warner that may execute a package, in their order. */
    final Choice[] following;

    final Stream signalStream;
    private final World world;

    boolean signal;
    boolean actedThisWeek;
    int packages;

    AllyState(String name, Ally parameters, List<String> warners, World world, NumberPlaces numbers) {
        this.name = name;
        this.world = world;
        String path = "actors." + name;
        numbers.bind(path, parameters, p);
        policy = Policies.ally(parameters.policy());
        policy.keepNumbers(path + ".policy", numbers);
        disclosure = new Choice(name, Question.DISCLOSURE, world.draws, world.streams);
        measures = new Choice(name, Question.MEASURES, world.draws, world.streams);
        following = warners.stream()
                .map(warner -> new Choice(name, Question.FOLLOWING, "following " + warner, world.draws, world.streams))
                .toArray(Choice[]::new);
        signalStream = world.streams.register(name, "signal");
    }

    void reset() {
        signal = false;
        actedThisWeek = false;
        packages = 0;
    }

    @Override
    public int week() {
        return world.week;
    }

    @Override
    public LocalDate date() {
        return world.day();
    }

    @Override
    public PublicRecord record() {
        return world;
    }

    @Override
    public boolean signal() {
        return signal;
    }

    @Override
    public boolean actedThisWeek() {
        return actedThisWeek;
    }

    @Override
    public int packages() {
        return packages;
    }
}
