package org.tumen.simulation;

import java.time.LocalDate;
import org.tumen.policy.Choice;
import org.tumen.policy.Policy;
import org.tumen.policy.View;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;

/** An actor in the world: its name, and what the views of all actors tell. */
abstract class ActorState implements View {
    final String name;
    final World world;

    ActorState(String name, World world) {
        this.name = name;
        this.world = world;
    }

    /**
     * Copies the actor's numbers to their holder, and those of its policy to where the policy keeps them.
     *
     * @return the policy
     */
    final <P extends Policy<?>> P take(Record parameters, Object holder, P policy) {
        String path = "actors." + name;
        world.numbers.bind(path, parameters, holder);
        policy.keepNumbers(path + ".policy", world.numbers);
        return policy;
    }

    /** The actor's draws for a question. */
    final Choice choice(Question question) {
        return choice(question, question.key());
    }

    /** As {@link #choice(Question)}, for a question that is asked several times a week. */
    final Choice choice(Question question, String label) {
        Choice choice = new Choice(name, question, label, world.draws, world.streams);
        world.choices.add(choice);
        return choice;
    }

    @Override
    public final int week() {
        return world.week;
    }

    @Override
    public final LocalDate date() {
        return world.day();
    }

    @Override
    public final PublicRecord record() {
        return world;
    }
}
