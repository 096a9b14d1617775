package org.tumen.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterPath;
import org.tumen.document.Node;
import org.tumen.document.Paths;
import org.tumen.document.Position;
import org.tumen.document.Problems;
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

    private UncertaintyCheck() {}

    /** The scenario, or null after noting what is wrong with its uncertainties. */
    static @Nullable Scenario checked(Scenario scenario, Node.Mapping document, Problems problems) {
        Uncertainties uncertain = scenario.uncertainties();
        if (uncertain == null) {
            return scenario;
        }
        int before = problems.size();
        Node.Mapping node = (Node.Mapping) document.get(UncertaintyMerger.KEY);
        if (node == null) {
            return scenario;
        }
        if (!uncertain.any()) {
            problems.add(
                    node.position(),
                    UncertaintyMerger.KEY,
                    "must hold priors, votes, parameters or empirical, or be left out");
            return null;
        }
        uncertain.parameters().forEach((path, parameter) -> {
            Position here = node.at("parameters", path);
            try {
                new ParameterDistribution(parameter, Uncertainties.path(scenario, path));
            } catch (IllegalArgumentException e) {
                problems.add(here, Paths.under(PARAMETERS, path), String.valueOf(e.getMessage()));
            }
        });
        points(scenario, uncertain.empirical(), node, problems);
        if (problems.size() == before) {
            together(scenario, node, problems);
        }
        return problems.size() > before ? null : scenario;
    }

    private static void points(
            Scenario scenario, Uncertainties.@Nullable EmpiricalPoints table, Node.Mapping node, Problems problems) {
        if (table == null) {
            return;
        }
        for (int j = 0; j < table.parameters().size(); j++) {
            String name = table.parameters().get(j);
            try {
                ParameterPath path = Uncertainties.path(scenario, name);
                for (int i = 0; i < table.points().size(); i++) {
                    double value = table.points().get(i).get(j);
                    if (!(value >= path.min() && value <= path.max())) {
                        throw new IllegalArgumentException("point " + (i + 1) + " has " + value + " for "
                                + Texts.brief(name) + ", outside of the allowed range, " + path.min() + " to "
                                + path.max());
                    }
                }
            } catch (IllegalArgumentException e) {
                problems.add(node.at("empirical"), Paths.under(EMPIRICAL, name), String.valueOf(e.getMessage()));
            }
        }
    }

    /** What only shows when values stand together. */
    private static void together(Scenario scenario, Node.Mapping node, Problems problems) {
        UncertaintyDraw draw;
        try {
            draw = new UncertaintyDraw(scenario);
        } catch (IllegalArgumentException e) {
            problems.add(
                    node.at("correlation"), UncertaintyMerger.KEY + ".correlation", String.valueOf(e.getMessage()));
            return;
        }
        int replicates = Objects.requireNonNull(scenario.uncertainties()).replicates();
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
