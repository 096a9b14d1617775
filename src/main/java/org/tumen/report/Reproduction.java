package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import org.tumen.store.ResultReader;
import org.tumen.store.part.StoredArm;
import org.tumen.summary.ArmFacts;
import org.tumen.words.Numbers;

/** How to make the same result again: the command, the versions, the digest that tells, the scenarios themselves. */
final class Reproduction {
    private final ResultReader reader;
    private final JsonNode manifest;

    Reproduction(ResultReader reader) {
        this.reader = reader;
        manifest = reader.manifest();
    }

    /** For one arm: also its scenario. */
    Html html() {
        Html html = made();
        html.element(
                "p",
                "The scenario as it was simulated, all defaults filled in, is below. Save it as scenario.json; then");
        html.open("pre")
                .element(
                        "code",
                        "tumen batch scenario.json --seed " + reader.identity().seed() + " --runs "
                                + manifest.path("planned_runs").asLong())
                .closeLine();
        html.element(
                "p",
                "gives the same outcomes to the bit, on any number of threads. The digest tells whether it did:"
                        + " a different digest is a different result.");
        facts(html);
        scenario(html, reader.identity().arms().get(0));
        return html;
    }

    private Html made() {
        Html html = new Html();
        String given = reader.command();
        if (!given.isEmpty()) {
            html.element("p", "The command that made this result:");
            html.open("pre").element("code", given).closeLine();
        }
        return html;
    }

    /** For several arms or many points: the command and what tells whether it gave the same; the points' scenarios lie in the folder. */
    static Html ofDesign(ResultReader reader) {
        Reproduction reproduction = new Reproduction(reader);
        Html html = reproduction.made();
        html.element(
                "p",
                "The same study, seed and model version give the same outcomes to the bit, on any number of threads. The digest"
                        + " tells whether they did. The scenario of every point, all defaults filled in, is in manifest.json;"
                        + " its runs can be asked for with tumen query.");
        reproduction.facts(html);
        return html;
    }

    private void facts(Html html) {
        JsonNode software = manifest.path("software");
        html.open("dl", "class", "facts-list");
        fact(html, "Digest of the outcome table", reader.digest().hex());
        fact(html, "Fingerprint of the experiment", manifest.path("fingerprint").asText());
        fact(html, "Seed", String.valueOf(reader.identity().seed()));
        fact(html, "Model version", reader.identity().modelVersion());
        fact(html, "Java", software.path("jvm").asText(software.path("java").asText("")));
        fact(html, "System", software.path("system").asText(""));
        fact(html, "Runs stored", Numbers.count(stored()));
        fact(html, "Runs failed", Numbers.count(reader.failures().size()));
        fact(html, "Finished", manifest.path("finished").asText("not yet"));
        html.closeLine();
    }

    private long stored() {
        return reader.identity().arms().stream()
                .mapToLong(arm -> reader.completed(arm.name()))
                .sum();
    }

    private static void fact(Html html, String name, String value) {
        if (!value.isEmpty()) {
            html.open("div").element("dt", name).element("dd", value).closeLine();
        }
    }

    private static void scenario(Html html, StoredArm arm) {
        html.open("details");
        html.element("summary", "Scenario of " + arm.name() + " (JSON)");
        html.scroll("scroll tall", "Scenario as JSON");
        html.open("pre").element("code", ArmFacts.tree(arm).toPrettyString()).closeLine();
        html.closeLine().closeLine();
    }
}
