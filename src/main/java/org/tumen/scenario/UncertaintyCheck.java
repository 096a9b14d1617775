package org.tumen.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterPath;
import org.tumen.document.Node;
import org.tumen.document.Paths;
import org.tumen.document.Position;
import org.tumen.document.Problems;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** Checks what is uncertain against the scenario: unknown paths, distributions outside of ranges, impossible correlations. */
final class UncertaintyCheck {
    /**
     * Points that are tried: what contradicts itself at one point in ten is nearly always found, and the designs of an
     * exploration, each point of which is read, stay quick. A rarer contradiction makes a failed run.
     */
    static final int TRIED = 50;

    private static final String PARAMETERS = UncertaintyMerger.KEY + ".parameters";
    private static final String EMPIRICAL = UncertaintyMerger.KEY + ".empirical";

    private final Scenario scenario;
    private final Node.@Nullable Mapping uncertain;
    private final Predicate<String> lost;
    private final Problems problems;

    private UncertaintyCheck(Scenario scenario, Node.Mapping document, Predicate<String> lost, Problems problems) {
        this.scenario = scenario;
        uncertain = document.get(UncertaintyMerger.KEY) instanceof Node.Mapping mapping ? mapping : null;
        this.lost = lost;
        this.problems = problems;
    }

    /** The check of a scenario whose document has nothing else wrong. */
    static UncertaintyCheck of(Scenario scenario, Node.Mapping document, Problems problems) {
        return new UncertaintyCheck(scenario, document, path -> false, problems);
    }

    /** The check of a scenario as far as it is sound; nothing is said of what is lost. */
    static UncertaintyCheck of(SoundScenario sound, Problems problems) {
        return new UncertaintyCheck(sound.scenario(), sound.written(), sound::lost, problems);
    }

    /** Whether all is well; what is not is noted. */
    boolean passed() {
        int before = problems.size();
        told();
        if (problems.size() == before && uncertain != null) {
            together(uncertain);
        }
        return problems.size() == before;
    }

    /** Notes what is wrong with each thing that is uncertain by itself. */
    void told() {
        Uncertainties stated = scenario.uncertainties();
        if (uncertain == null || stated == null) {
            return;
        }
        stated.parameters().forEach((path, parameter) -> {
            try {
                if (!lost.test(path)) {
                    new ParameterDistribution(parameter, Uncertainties.path(scenario, path));
                }
            } catch (IllegalArgumentException e) {
                Position here = uncertain.at("parameters", path);
                problems.add(here, Paths.under(PARAMETERS, path), String.valueOf(e.getMessage()));
            }
        });
        if (stated.empirical() != null) {
            points(stated.empirical(), uncertain);
        }
        correlation(stated, uncertain);
        boolean sound = problems.list().stream().noneMatch(p -> p.path().startsWith(UncertaintyMerger.KEY));
        if (sound && !stated.any()) {
            problems.add(
                    uncertain.position(),
                    UncertaintyMerger.KEY,
                    "must hold priors, votes, parameters or empirical, or be left out");
        }
    }

    private void points(Uncertainties.EmpiricalPoints table, Node.Mapping node) {
        for (int j = 0; j < table.parameters().size(); j++) {
            String name = table.parameters().get(j);
            if (lost.test(name)) {
                continue;
            }
            try {
                ParameterPath path = Uncertainties.path(scenario, name);
                for (int i = 0; i < table.points().size(); i++) {
                    double value = table.points().get(i).get(j);
                    if (!(value >= path.min() && value <= path.max())) {
                        throw new IllegalArgumentException("points[" + i + "] has " + Numbers.typed(value) + " for "
                                + Texts.brief(name) + ", outside of the allowed range, " + Numbers.typed(path.min())
                                + " to "
                                + Numbers.typed(path.max()));
                    }
                }
            } catch (IllegalArgumentException e) {
                problems.add(node.at("empirical"), Paths.under(EMPIRICAL, name), String.valueOf(e.getMessage()));
            }
        }
    }

    private void correlation(Uncertainties uncertain, Node.Mapping node) {
        // A distribution that is wrong is one that a correlation may name.
        Set<String> wrong = node.get("parameters") instanceof Node.Mapping written
                ? new HashSet<>(written.fields().keySet())
                : new HashSet<>();
        wrong.removeAll(uncertain.parameters().keySet());
        List<Uncertainties.RankPair> pairs = uncertain.correlation().stream()
                .filter(pair -> pair.between().stream().noneMatch(wrong::contains))
                .toList();
        try {
            UncertaintyDraw.correlation(new Uncertainties(
                    uncertain.parameters(), pairs, uncertain.empirical(), uncertain.votes(), uncertain.replicates()));
        } catch (IllegalArgumentException e) {
            problems.add(
                    node.at("correlation"), UncertaintyMerger.KEY + ".correlation", String.valueOf(e.getMessage()));
        }
    }

    /** What only shows when values stand together. */
    private void together(Node.Mapping node) {
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        int replicates = scenario.replicates();
        IntStream.range(0, TRIED)
                .mapToObj(point -> draw.values(scenario.batch().seed(), (long) point * replicates))
                .flatMap(values -> contradiction(draw, values).stream())
                .findFirst()
                .ifPresent(found -> problems.add(node.position(), UncertaintyMerger.KEY, found));
    }

    private static Optional<String> contradiction(UncertaintyDraw draw, double[] values) {
        try {
            draw.with(values);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("draws values that contradict each other or the scenario, such as "
                    + shown(draw.paths(), values) + ": " + Texts.visible(String.valueOf(e.getMessage())));
        }
    }

    private static String shown(List<String> paths, double[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(4, values.length); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(Texts.brief(paths.get(i)))
                    .append(" = ")
                    .append(values[i]);
        }
        return text.toString();
    }
}
