package org.tumen.study.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Volume;
import org.tumen.analysis.search.Worlds;
import org.tumen.words.NumberTexts;

/** What a search found for other programs to read: CSV and JSON in full precision. */
final class SearchFiles {
    private static final JsonMapper JSON = new JsonMapper();

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
        StringBuilder csv = new StringBuilder("arm");
        study.levers().forEach(l -> csv.append(',').append(l.path()));
        for (Objective o : study.objectives()) {
            String name = quoted(o.name());
            for (String what : List.of("searched", "fresh", "fresh_low", "fresh_high")) {
                csv.append(',').append(name.endsWith("\"") ? name.substring(0, name.length() - 1) : name);
                csv.append('_').append(what).append(name.endsWith("\"") ? "\"" : "");
            }
        }
        csv.append(",feasible,nondominated,front_probability,chosen\n");
        for (int p = 0; p <= points; p++) {
            csv.append(FreshEvaluation.arm(p, points));
            for (int j = 0; j < study.levers().size(); j++) {
                csv.append(',')
                        .append(p == points ? "" : quoted(found.points().get(p).get(j)));
            }
            for (int m = 0; m < study.objectives().size(); m++) {
                csv.append(',')
                        .append(
                                p == points
                                        ? ""
                                        : NumberTexts.plain(found.before().get(p)[m]));
                for (double v : new double[] {again.values()[p][m], again.low()[p][m], again.high()[p][m]}) {
                    csv.append(',').append(NumberTexts.plain(v));
                }
            }
            csv.append(',').append(again.feasible()[p]).append(',').append(p < points && again.nondominated()[p]);
            csv.append(',').append(p == points ? "" : NumberTexts.plain(again.chance()[p]));
            csv.append(',').append(quoted(names.getOrDefault(p, ""))).append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The hypervolume of each search by generation as CSV. */
    String convergence(double[][] volumes) {
        StringBuilder csv = new StringBuilder("search,generation,evaluations,front,hypervolume\n");
        for (int s = 0; s < volumes.length; s++) {
            for (Evolution.Generation g : found.history().get(s)) {
                csv.append(s + 1)
                        .append(',')
                        .append(g.number())
                        .append(',')
                        .append(g.evaluations())
                        .append(',');
                csv.append(g.objectives().size())
                        .append(',')
                        .append(NumberTexts.plain(volumes[s][g.number()]))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    /** The whole search as JSON; the box gives the reference point of the hypervolume. */
    String json(SearchEvaluations evaluations, Volume box) {
        ObjectNode root = JSON.createObjectNode();
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
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can be written", e);
        }
    }
}
