package org.tumen.study.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Volume;
import org.tumen.analysis.search.Worlds;
import org.tumen.document.Json;
import org.tumen.words.Csv;

/** What a search found for other programs to read: CSV and JSON in full precision. */
final class SearchFiles {
    private final SearchStudy study;
    private final SearchFound found;
    private final FreshEvaluation again;
    private final int points;
    private final Map<String, Integer> chosen;
    private final Map<Integer, String> names;

    SearchFiles(SearchStudy study, SearchFound found, FreshEvaluation again, Map<String, Integer> chosen) {
        this.study = study;
        this.found = found;
        this.again = again;
        points = found.points().size();
        this.chosen = chosen;
        names = SearchChoice.names(chosen);
    }

    /** The points of the front and the scenario as it stands, a line each, as CSV. */
    String pareto() {
        List<String> header = new ArrayList<>(List.of("arm"));
        study.levers().forEach(l -> header.add(l.path()));
        for (Objective o : study.objectives()) {
            List.of("searched", "fresh", "fresh_low", "fresh_high").forEach(what -> header.add(o.name() + "_" + what));
        }
        header.addAll(List.of("feasible", "nondominated", "front_probability", "chosen"));
        Csv csv = Csv.of(header);
        for (int p = 0; p <= points; p++) {
            boolean base = p == points;
            List<@Nullable Object> row = new ArrayList<>();
            row.add(FreshEvaluation.arm(p, points));
            for (int j = 0; j < study.levers().size(); j++) {
                row.add(base ? null : found.points().get(p).get(j));
            }
            for (int m = 0; m < study.objectives().size(); m++) {
                row.add(base ? null : found.before().get(p)[m]);
                row.addAll(List.of(again.values()[p][m], again.low()[p][m], again.high()[p][m]));
            }
            row.add(again.feasible()[p]);
            row.add(!base && again.nondominated()[p]);
            row.add(base ? null : again.chance()[p]);
            row.add(names.get(p));
            csv.row(row);
        }
        return csv.text();
    }

    /** The hypervolume of each search by generation as CSV. */
    String convergence(double[][] volumes) {
        Csv csv = Csv.of("search", "generation", "evaluations", "front", "hypervolume");
        for (int s = 0; s < volumes.length; s++) {
            for (Evolution.Generation g : found.history().get(s)) {
                csv.row(s + 1, g.number(), g.evaluations(), g.objectives().size(), volumes[s][g.number()]);
            }
        }
        return csv.text();
    }

    /** The whole search as JSON; the box gives the reference point of the hypervolume. */
    String json(SearchEvaluations evaluations, Volume box) {
        ObjectNode root = Json.object();
        root.put("study", study.name()).put("kind", "search").put("points", points);
        root.put("runs", study.budget().runs())
                .put("fresh_runs", study.budget().freshRuns())
                .put("seed", study.seed());
        study.worlds().keySet().forEach(root.putArray("worlds")::add);
        ArrayNode levers = root.putArray("levers");
        study.levers().forEach(l -> levers.addObject().put("path", l.path()).put("range", l.words()));
        ArrayNode objectives = root.putArray("objectives");
        for (int m = 0; m < study.objectives().size(); m++) {
            Objective o = study.objectives().get(m);
            ObjectNode node = objectives.addObject().put("name", o.name());
            node.put("statistic", o.statistic().toString()).put("more_is_better", o.moreIsBetter());
            node.put("over_worlds", o.worlds().name().toLowerCase(Locale.ROOT));
            node.put("reference_point", o.minimised(box.reference()[m]));
            if (o.worlds() == Worlds.REGRET) {
                ArrayNode best = node.putArray("best_known_by_world");
                Arrays.stream(evaluations.best()[m]).forEach(best::add);
            }
        }
        study.constraints().stream().map(Object::toString).forEach(root.putArray("constraints")::add);
        ArrayNode front = root.putArray("front");
        for (int p = 0; p <= points; p++) {
            ObjectNode node = front.addObject().put("arm", FreshEvaluation.arm(p, points));
            if (p < points) {
                study.sets(found.points().get(p)).forEach(node.putObject("set")::put);
                Arrays.stream(found.before().get(p)).forEach(node.putArray("searched")::add);
                node.put("nondominated", again.nondominated()[p]).put("front_probability", again.chance()[p]);
            }
            Arrays.stream(again.values()[p]).forEach(node.putArray("fresh")::add);
            Arrays.stream(again.low()[p]).forEach(node.putArray("fresh_low")::add);
            Arrays.stream(again.high()[p]).forEach(node.putArray("fresh_high")::add);
            node.put("feasible", again.feasible()[p]);
        }
        ArrayNode failed = root.putArray("failed_runs");
        evaluations.failures().forEach(f -> {
            ObjectNode node = failed.addObject().put("world", f.world()).put("run", f.run());
            study.sets(f.levers()).forEach(node.putObject("set")::put);
            node.put("cause", f.cause());
        });
        chosen.forEach((name, p) -> root.withObject("/chosen").put(name, FreshEvaluation.arm(p, points)));
        try {
            return Json.MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can be written", e);
        }
    }
}
