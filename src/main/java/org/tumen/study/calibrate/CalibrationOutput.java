package org.tumen.study.calibrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.chart.Picture;
import org.tumen.document.Json;
import org.tumen.report.CalibrationPage;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioWriter;
import org.tumen.scenario.Uncertainties;
import org.tumen.words.Csv;
import org.tumen.words.Numbers;
import org.tumen.words.TextTable;

/**
 * What a calibration leaves.
 *
 * @param study the study
 * @param rows prior and posterior of each parameter
 * @param paths where the parameters of the scenario file stand
 * @param posterior the points of the posterior, in the order of the rows
 * @param prior points of the prior, likewise; empty when there are none to show
 * @param points the points of the scenario file, in the order of the paths
 * @param checks the targets against simulations of the posterior
 * @param tables further tables
 * @param notes what to know of it, by topic
 */
public record CalibrationOutput(
        CalibrationStudy study,
        List<Row> rows,
        List<String> paths,
        Posterior posterior,
        Posterior prior,
        Posterior points,
        List<Check> checks,
        List<Table> tables,
        Map<String, String> notes) {
    /** Prior mean and standard deviation, posterior mean, standard deviation and central 90 % interval of a parameter. */
    public record Row(String name, double priorMean, double priorSd, double mean, double sd, double low, double high) {
        /** How much of the prior's spread the record took away: 1 − posterior sd / prior sd. */
        double contraction() {
            return 1 - sd / priorSd;
        }
    }

    /** A target, the median and 90 % interval of fresh simulations of the posterior, and the two-sided tail probability. */
    record Check(CalibrationStudy.Target target, double median, double low, double high, double tail) {
        boolean inside() {
            return target.observed() >= low && target.observed() <= high;
        }
    }

    /** A table with a title. */
    record Table(String title, List<String> head, List<List<String>> rows) {}

    public void write(CalibrationFolder folder, PrintWriter out) {
        String scenarioFile = study.name() + "-posterior.yaml";
        folder.text("posterior.csv", csv());
        folder.text(scenarioFile, ScenarioWriter.brief(scenario()));
        folder.text("posterior.json", json());
        Map<String, Picture> pictures = new CalibrationPictures(this).pictures();
        ResultFiles.pictures(pictures, Path.of("plots"), folder.sink());
        folder.sink().write(CalibrationPage.FILE, o -> o.write(page(scenarioFile, pictures)));
        terminal(out);
        out.printf(
                "%nPosterior in %s, scenario with one posterior point a run in %s, report in %s%n",
                folder.path().resolve("posterior.csv"),
                folder.path().resolve(scenarioFile),
                folder.path().resolve(CalibrationPage.FILE));
        out.flush();
    }

    /** The base scenario with the posterior as what is uncertain. */
    private Scenario scenario() {
        Uncertainties uncertain = new Uncertainties(
                Map.of(),
                List.of(),
                new Uncertainties.EmpiricalPoints(paths, points.points(), points.weights()),
                null,
                1);
        Scenario b = study.base();
        return new Scenario(
                study.name() + "-posterior",
                "The scenario " + b.name() + " with one point of the posterior of the calibration " + study.name()
                        + " drawn for each run",
                b.start(),
                b.weeks(),
                b.actors(),
                b.deal(),
                b.monitoring(),
                b.dialogue(),
                b.region(),
                b.stability(),
                b.batch(),
                uncertain);
    }

    private String csv() {
        List<String> header = new ArrayList<>(paths);
        header.add("weight");
        Csv csv = Csv.of(header);
        for (int i = 0; i < points.points().size(); i++) {
            List<Double> row = new ArrayList<>(points.points().get(i));
            row.add(points.weights().get(i));
            csv.row(row);
        }
        return csv.text();
    }

    private String json() {
        ObjectNode root = Json.object();
        root.put("name", study.name()).put("method", study.votes() ? "votes" : "abc_smc");
        root.put("seed", study.seed());
        ObjectNode settings = root.putObject("settings");
        study.settings().forEach(settings::put);
        var parameters = root.putArray("parameters");
        rows.forEach(r -> parameters
                .addObject()
                .put("parameter", r.name())
                .put("prior_mean", r.priorMean())
                .put("prior_sd", r.priorSd())
                .put("posterior_mean", r.mean())
                .put("posterior_sd", r.sd())
                .put("p5", r.low())
                .put("p95", r.high())
                .put("contraction", r.contraction()));
        var targets = root.putArray("targets");
        checks.forEach(c -> targets.addObject()
                .put("target", c.target().name())
                .put("held_out", c.target().heldOut())
                .put("observed", c.target().observed())
                .put("median", c.median())
                .put("p5", c.low())
                .put("p95", c.high())
                .put("tail_probability", c.tail())
                .put("source", c.target().source()));
        ObjectNode said = root.putObject("notes");
        notes.forEach(said::put);
        tables.forEach(t -> {
            var table = root.putArray(t.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
            t.rows().forEach(row -> {
                ObjectNode node = table.addObject();
                for (int i = 0; i < row.size(); i++) {
                    node.put(t.head().get(i), row.get(i));
                }
            });
        });
        try {
            return Json.MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can be written", e);
        }
    }

    /** Prior and posterior as a table. */
    private Table parameters() {
        return new Table(
                "Parameters",
                List.of("parameter", "prior mean", "prior sd", "mean", "sd", "90 % interval", "contraction"),
                rows.stream()
                        .map(r -> List.of(
                                r.name(),
                                Numbers.fixed(r.priorMean(), 3),
                                Numbers.fixed(r.priorSd(), 3),
                                Numbers.fixed(r.mean(), 3),
                                Numbers.fixed(r.sd(), 3),
                                Numbers.fixed(r.low(), 3) + " to " + Numbers.fixed(r.high(), 3),
                                Numbers.fixed(r.contraction(), 2)))
                        .toList());
    }

    private Table targets() {
        return new Table(
                "Targets",
                List.of(
                        "target",
                        "use",
                        "record",
                        "simulated median",
                        "90 % of simulations",
                        "tail probability",
                        "source"),
                checks.stream()
                        .map(c -> List.of(
                                c.target().name(),
                                c.target().heldOut() ? "held out" : "fitted",
                                Numbers.fixed(c.target().observed(), 2),
                                Numbers.fixed(c.median(), 2),
                                Numbers.fixed(c.low(), 2) + " to " + Numbers.fixed(c.high(), 2)
                                        + (c.inside() ? "" : " (missed)"),
                                Numbers.fixed(c.tail(), 3),
                                c.target().source()))
                        .toList());
    }

    private void terminal(PrintWriter out) {
        out.printf("%n%s: %s%n%n", study.name(), study.votes() ? "posterior given the votes" : "abc_smc");
        print(parameters(), out);
        if (!checks.isEmpty()) {
            out.println();
            Table all = targets();
            print(
                    new Table(
                            all.title(),
                            all.head().subList(0, 6),
                            all.rows().stream().map(r -> r.subList(0, 6)).toList()),
                    out);
        }
        tables.forEach(t -> {
            out.println();
            print(t, out);
        });
        out.println();
        notes.forEach((topic, note) -> out.println(topic + ": " + note));
    }

    private static void print(Table table, PrintWriter out) {
        TextTable text = new TextTable(table.head().toArray(String[]::new));
        table.rows().forEach(row -> text.row(row.toArray(String[]::new)));
        out.print(text);
    }

    private byte[] page(String scenarioFile, Map<String, Picture> pictures) {
        Map<String, CalibrationPage.Table> shown = new LinkedHashMap<>();
        for (Table t : List.of(parameters(), targets())) {
            if (!t.rows().isEmpty()) {
                shown.put(t.title(), new CalibrationPage.Table(t.head(), t.rows()));
            }
        }
        tables.forEach(t -> shown.put(t.title(), new CalibrationPage.Table(t.head(), t.rows())));
        return CalibrationPage.of(
                study.name(),
                study.description(),
                (study.votes()
                                ? "Posterior given the Council's recorded votes, by importance sampling from the priors"
                                : "Approximate Bayesian computation by population Monte Carlo (Beaumont and others 2009)")
                        + ", base scenario " + study.base().name() + ", seed " + study.seed() + ".",
                notes,
                shown,
                pictures,
                "The scenario file " + scenarioFile + " beside this page draws one posterior point for each run: "
                        + "tumen batch " + scenarioFile);
    }
}
