package org.tumen.declare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Problem;
import org.tumen.document.Problems;

class RecordBinderTest {
    record Range(
            @Parameter(meaning = "Low", value = "0", min = 0, max = 1)
            double low,

            @Parameter(meaning = "High", value = "1", min = 0, max = 1)
            double high) {
        Range {
            Parameters.require(Range.class, low, high);
            if (low > high) {
                throw new IllegalArgumentException("low must not exceed high");
            }
        }
    }

    record Study(
            @Parameter(meaning = "Scenario", allowed = "a scenario file")
            String scenario,

            @Parameter(meaning = "Levers") Map<String, Range> levers,
            @Parameter(meaning = "Outcomes", value = "[]") List<String> outcomes,
            @Parameter(meaning = "Arms", value = "{}") Node arms,
            @Parameter(meaning = "Note") @Nullable String note) {}

    record Arm(
            @Parameter(meaning = "Name") String name,
            @Parameter(meaning = "By path", value = "{}") Map<String, Node> set) {}

    private static @Nullable Study bind(String text, Problems problems) {
        Node.Mapping document = Document.parse(text, "s.yaml", problems);
        return document == null ? null : new RecordBinder(problems).bind(Study.class, document, "");
    }

    @Test
    void bindsAnyDeclaredRecord() {
        Problems problems = new Problems();
        Study study = bind("scenario: a.yaml\nlevers:\n  x: {low: 0.5}\narms: {b: {deal.start: none}}\n", problems);
        assertThat(problems.list()).isEmpty();
        assertThat(study.levers()).containsExactly(Map.entry("x", new Range(0.5, 1)));
        assertThat(study.outcomes()).isEmpty();
        assertThat(study.note()).isNull();
        assertThat(study.arms()).isInstanceOf(Node.Mapping.class);
    }

    @Test
    void tellsAllThatIsWrong() {
        Problems problems = new Problems();
        assertThat(bind("levers:\n  x: {low: 0.5, high: 0.2}\n  y: {lo: 2}\noutcomes: [{}]\n", problems))
                .isNull();
        assertThat(problems.list().stream().map(Problem::toString))
                .containsExactly(
                        "s.yaml:1: scenario: must be given: a scenario file",
                        "s.yaml:2: levers.x: low must not exceed high",
                        "s.yaml:3: levers.y.lo: unknown key; did you mean low?",
                        "s.yaml:4: outcomes[0]: must be text, not a mapping");
    }

    @Test
    void tellsHowPathsAreWritten() {
        Problems problems = new Problems();
        bind("scenario: a.yaml\nlevers: {}\nlevers.x.low: 1\nother.x: 2\n", problems);
        Node.Mapping arm = Document.parse("name: b\ndeal.start: none\n", "t.yaml", problems);
        new RecordBinder(problems).bind(Arm.class, arm, "");
        assertThat(problems.list().stream().map(Problem::toString))
                .containsExactly(
                        "s.yaml:3: levers.x.low: unknown key; here paths are written step by step: levers: {x: {low: ...}}",
                        "s.yaml:4: other.x: unknown key; allowed: scenario, levers, outcomes, arms, note",
                        "t.yaml:2: deal.start: unknown key; paths stand under set: {set: {deal.start: ...}}");
    }
}
