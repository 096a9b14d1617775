package org.tumen.simulation;

import java.util.List;
import org.tumen.draw.SteadyExp;
import org.tumen.draw.Stream;
import org.tumen.policy.AllyView;
import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.scenario.actor.Ally;
import org.tumen.world.Question;
import org.tumen.world.Role;

/** An ally: what it saw and did this week; also the view that its policy receives. */
final class AllyState extends ActorState implements AllyView {
    final RunNumbers.Ally p = new RunNumbers.Ally();
    final Policy<AllyView> policy;
    final Choice disclosure;
    final Choice measures;

    /** Whether to follow, one choice for each warner that may execute a package, in their order. */
    final Choice[] following;

    final Stream signalStream;
    final SteadyExp unseen = new SteadyExp();

    boolean signal;
    boolean actedThisWeek;
    int packages;

    AllyState(String name, Ally parameters, List<String> warners, World world) {
        super(name, world);
        policy = take(parameters, p, Policies.create(Role.ALLY, parameters.policy()));
        disclosure = choice(Question.DISCLOSURE);
        measures = choice(Question.MEASURES);
        following = warners.stream()
                .map(warner -> choice(Question.FOLLOWING, "following " + warner))
                .toArray(Choice[]::new);
        signalStream = world.streams.register(name, "signal");
    }

    void reset() {
        signal = false;
        actedThisWeek = false;
        packages = 0;
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
