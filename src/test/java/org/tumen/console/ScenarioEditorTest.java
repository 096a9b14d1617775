package org.tumen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.RunTrace;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import sim.field.network.Edge;
import sim.util.Bag;

class ScenarioEditorTest {
    private static ScenarioEditor editor(String... overrides) {
        return new ScenarioEditor(
                Path.of("scenarios/baseline.yaml"), new ScenarioReader.Options(List.of(overrides), false));
    }

    @Test
    void aGoodValueIsTakenAndABadOneRefused() {
        ScenarioEditor editor = editor();
        Scenario before = editor.scenario();
        assertThat(editor.set("weeks", "-3")).singleElement().asString().contains("must be a whole number from 1");
        assertThat(editor.set("actors.japan.policy.nonsense", "1")).isNotEmpty();
        assertThat(editor.set("weeks", "[")).isNotEmpty();
        assertThat(editor.scenario()).isSameAs(before);
        assertThat(editor.set("weeks", "30")).isEmpty();
        assertThat(editor.scenario().weeks()).isEqualTo(30);
        assertThat(editor.title()).isEqualTo("baseline, 1 changed here");
        assertThat(editor.set("weeks", "")).isEmpty();
        assertThat(editor.scenario()).isEqualTo(before);
    }

    @Test
    void changesComeOnTopOfTheCommandLine() {
        ScenarioEditor editor = editor("weeks=40", "batch.runs=5");
        assertThat(editor.set("weeks", "50")).isEmpty();
        assertThat(editor.scenario().weeks()).isEqualTo(50);
        assertThat(editor.scenario().batch().runs()).isEqualTo(5);
        editor.reset();
        assertThat(editor.scenario().weeks()).isEqualTo(40);
        assertThatThrownBy(() -> editor("weeks=0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNetworkShowsDealVotesAndStatements() {
        Scenario scenario = editor().scenario();
        RunTrace trace = RunTrace.of(scenario, new RunKey(scenario.batch().seed(), 1));
        ActorNetwork network = new ActorNetwork();
        int votes = 0;
        for (var state : trace.weeks()) {
            Week week = new Week();
            week.begin(scenario, "baseline", 1, 1, state);
            week.events.addAll(trace.eventsOf(state.week()));
            trace.votes().stream().filter(v -> v.week() == state.week()).forEach(week.votes::add);
            network.show(week);
            int edges = 0;
            Bag nodes = network.graph().getAllNodes();
            for (int i = 0; i < nodes.numObjs; i++) {
                Bag out = network.graph().getEdgesOut(nodes.objs[i]);
                for (int j = 0; j < out.numObjs; j++) {
                    assertThat(((Edge) out.objs[j]).info).isInstanceOf(Act.class);
                    edges++;
                }
            }
            // One for the deal, one for each act between two, fifteen for a vote.
            long told = week.events.stream()
                    .filter(e -> ActorNetwork.colour(e) != null && !e.source().equals(e.target()))
                    .map(e -> e.kind() + e.source() + e.target())
                    .distinct()
                    .count();
            assertThat(edges).isEqualTo(1 + told + (week.votes.isEmpty() ? 0 : 15));
            votes += week.votes.size();
        }
        assertThat(votes).isPositive();
        assertThat(trace.events()).extracting(Event::kind).contains(EventKind.WARNING);
    }
}
