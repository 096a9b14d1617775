package org.tumen.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tumen.chart.compare.PriorPictures;
import org.tumen.document.Json;
import org.tumen.words.Numbers;

/**
 * The sections of a comparison under a prior: each arm over the prior, what the choice turns on, where it flips, and the arms
 * under weights of the criteria.
 */
public final class PriorSections {
    /** Where what they show is kept in a result folder. */
    public static final Path FILE = Path.of("prior.json");

    private final JsonNode worlds;
    private final Path folder;

    private PriorSections(JsonNode worlds, Path folder) {
        this.worlds = worlds;
        this.folder = folder;
    }

    /** Those of a result folder; empty where it holds none. */
    static Optional<PriorSections> of(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode worlds = Json.MAPPER.readTree(file.toFile()).path("worlds");
            return worlds.isEmpty() ? Optional.empty() : Optional.of(new PriorSections(worlds, folder));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Each arm over the prior. */
    Html underThePrior() {
        Html html = new Html();
        for (JsonNode world : worlds) {
            html.element(
                    "p",
                    named(world)
                            + Numbers.count(world.path("points").asLong()) + " draws of the uncertain parameters, "
                            + world.path("replicates").asInt()
                            + (world.path("replicates").asInt() == 1 ? " run" : " runs")
                            + " of each arm at each. Intervals are over draws. A world is a draw with chance averaged out; chance"
                            + " and parameters are told apart "
                            + (split(world).equals("replicates")
                                    ? "by the runs that share a draw."
                                    : "by a surface fitted to other draws: what it cannot follow counts as chance, so that the"
                                            + " share of worlds leans to certainty. Use --replicates for an unbiased split."));
            table(
                    html,
                    "Arms over the prior" + suffix(world),
                    List.of(
                            "Outcome",
                            "Arm",
                            "Difference",
                            "From",
                            "To",
                            "Worlds better",
                            "At least",
                            "At most",
                            "By chance, sd",
                            "By parameters, sd"));
            for (JsonNode outcome : world.path("outcomes")) {
                for (JsonNode arm : outcome.path("arms")) {
                    html.open("tr").element("th", outcome.path("label").asText(), "scope", "row");
                    html.element("td", arm.path("arm").asText());
                    figure(html, arm.path("difference"));
                    figure(html, arm.path("interval").path("low"));
                    figure(html, arm.path("interval").path("high"));
                    html.element("td", Numbers.percent(arm.path("better").asDouble()), "class", "figure");
                    for (String end : List.of("low", "high")) {
                        html.element(
                                "td",
                                Numbers.percent(
                                        arm.path("better_interval").path(end).asDouble()),
                                "class",
                                "figure");
                    }
                    html.element("td", root(arm.path("luck")), "class", "figure");
                    html.element("td", root(arm.path("parameters")), "class", "figure")
                            .closeLine();
                }
            }
            html.closeLine().closeLine().closeLine();
            weights(html, world);
        }
        return html;
    }

    private static String split(JsonNode world) {
        return world.path("outcomes").path(0).path("arms").path(0).path("split").asText();
    }

    private void weights(Html html, JsonNode world) {
        if (world.path("weights").isMissingNode()) {
            return;
        }
        html.element(
                "p",
                "Criteria are told apart above. Weighing them in every way (weights drawn uniformly; what one point of a"
                        + " criterion is stands above its column): chosen now is the share of weights for which an arm is best"
                        + " on average, best the share of weights and worlds in which it is best, confidence the share of worlds"
                        + " in which it is best at the middle of its own weights, regret the points lost on average by choosing"
                        + " it now; the last columns are the middle of the weights at which the arm is chosen.");
        List<String> head = new ArrayList<>(List.of("Arm", "Chosen now", "Best", "Confidence", "Regret"));
        world.path("weights")
                .path("criteria")
                .forEach(c -> head.add(c.path("label").asText() + " (a point: "
                        + Numbers.estimate(c.path("scale").asDouble()) + ")"));
        table(html, "Arms under weights" + suffix(world), head);
        for (JsonNode arm : world.path("weights").path("arms")) {
            html.open("tr").element("th", arm.path("arm").asText(), "scope", "row");
            html.element("td", Numbers.percent(arm.path("chosen").asDouble()), "class", "figure");
            html.element("td", Numbers.percent(arm.path("ranks").path(0).asDouble()), "class", "figure");
            html.element("td", Numbers.percent(arm.path("confidence").asDouble()), "class", "figure");
            figure(html, arm.path("regret"));
            for (int c = 0; c < world.path("weights").path("criteria").size(); c++) {
                JsonNode weight = arm.path("central_weights").path(c);
                html.element("td", weight.isNumber() ? Numbers.percent(weight.asDouble()) : "-", "class", "figure");
            }
            html.closeLine();
        }
        html.closeLine().closeLine().closeLine();
    }

    /** What the choice turns on. */
    Html turnsOn() {
        Html html = new Html();
        html.element(
                "p",
                "The value of knowing a parameter is how much the expected outcome would gain if the choice among the arms could"
                        + " wait until it is known; what is below the noise floor is left out of the tables.");
        for (JsonNode world : worlds) {
            for (JsonNode outcome : world.path("outcomes")) {
                for (JsonNode value : outcome.path("turns_on")) {
                    turnsOn(html, world, outcome, value);
                }
            }
        }
        return html;
    }

    private void turnsOn(Html html, JsonNode world, JsonNode outcome, JsonNode value) {
        String label = outcome.path("label").asText();
        picture(html, world, "turns_on_" + outcome.path("outcome").asText(), "What the choice turns on in " + label);
        table(
                html,
                label + ", " + outcome.path("unit").asText() + suffix(world),
                List.of("Parameter", "Value of knowing", "±"));
        row(html, "everything", value.path("everything"), value.path("everything_error"));
        for (JsonNode quantity : value.path("quantities")) {
            if (quantity.path("above_noise").asBoolean()) {
                row(html, quantity.path("label").asText(), quantity.path("value"), quantity.path("error"));
            }
        }
        html.open("tr").element("th", "noise floor", "scope", "row");
        figure(html, value.path("noise_floor"));
        html.element("td", "").closeLine();
        html.closeLine().closeLine().closeLine();
    }

    private static void row(Html html, String name, JsonNode value, JsonNode error) {
        html.open("tr").element("th", name, "scope", "row");
        figure(html, value);
        html.element("td", Numbers.estimate(1.96 * error.asDouble()), "class", "figure")
                .closeLine();
    }

    /** Where each arm flips. */
    Html flips() {
        Html html = new Html();
        for (JsonNode world : worlds) {
            for (JsonNode outcome : world.path("outcomes")) {
                if (outcome.path("flips").isEmpty()) {
                    continue;
                }
                html.element("h3", outcome.path("label").asText() + suffix(world));
                html.open("ul");
                outcome.path("flips")
                        .forEach(
                                flip -> html.element("li", flip.path("sentence").asText()));
                html.closeLine();
                for (JsonNode flip : outcome.path("flips")) {
                    String arm = flip.path("arm").asText();
                    picture(
                            html,
                            world,
                            PriorPictures.flips(outcome.path("outcome").asText(), arm),
                            "Where " + arm + " flips in "
                                    + outcome.path("label").asText());
                }
            }
        }
        return html;
    }

    private void picture(Html html, JsonNode world, String name, String alt) {
        String path = worlds.size() > 1 ? world.path("world").asText() + "/" + name : name;
        StillPicture.address(folder, path).ifPresent(data -> {
            html.open("figure");
            html.open("img", "class", "still", "alt", alt, "src", data);
            html.closeLine();
        });
    }

    private String named(JsonNode world) {
        return worlds.size() > 1 ? world.path("world").asText() + ": " : "";
    }

    private String suffix(JsonNode world) {
        return worlds.size() > 1 ? " in " + world.path("world").asText() : "";
    }

    private static void table(Html html, String caption, List<String> heads) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table").element("caption", caption).open("thead").open("tr");
        heads.forEach(head -> html.element("th", head, "scope", "col"));
        html.close().close().open("tbody");
    }

    private static void figure(Html html, JsonNode value) {
        html.element("td", Numbers.estimate(ArmComparison.number(value)), "class", "figure");
    }

    private static String root(JsonNode variance) {
        return Numbers.estimate(Math.sqrt(Math.max(0, variance.asDouble())));
    }
}
