package org.tumen.study.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tumen.declare.CommentedYaml;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioTemplate;
import org.tumen.study.StudyFile;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.StudyReader;
import org.tumen.words.Texts;

/** Study files to begin with, made of the declarations of their keys. */
public final class StudyTemplate {
    private StudyTemplate() {}

    /** The keys of studies of a kind: those of all studies that it uses, then those of its own section. */
    public static List<ParameterEntry> keys(StudyKind<?, ?> kind) {
        List<ParameterEntry> keys = new ArrayList<>();
        ParameterCatalogue.declared(StudyFile.class).stream()
                .filter(entry -> uses(kind, entry))
                .forEach(keys::add);
        keys.addAll(ParameterCatalogue.declared(kind.section(), kind.name()));
        return keys;
    }

    /** Whether studies of a kind use a key: by itself of outcomes, else by the one that it stands under. */
    static boolean uses(StudyKind<?, ?> kind, ParameterEntry entry) {
        String path = entry.path().replace("[]", "");
        if (path.startsWith("outcomes.") && !path.equals("outcomes.outcome")) {
            return kind.keys().contains(path);
        }
        String key = path.split("[.\\[]")[0];
        return StudyReader.COMMON.contains(key) || kind.keys().contains(key);
    }

    /**
     * A study of a kind.
     *
     * @param scenarioFile its scenario, relative to its folder
     * @param scenario the scenario, whose actors it speaks of
     * @throws IllegalArgumentException when the scenario casts nobody in a role that the kind's examples speak of
     */
    public static String of(StudyKind<?, ?> kind, String scenarioFile, Scenario scenario) {
        return of(kind, scenarioFile, scenario, Set.of());
    }

    /** The same, with more keys said, by path. */
    static String of(StudyKind<?, ?> kind, String scenarioFile, Scenario scenario, Set<String> more) {
        Set<String> said = new LinkedHashSet<>(Set.of("description", "seed"));
        said.addAll(kind.asked());
        said.addAll(more);
        List<ParameterEntry> keys = keys(kind).stream()
                // What stands within lists and named entries is shown by their examples.
                .filter(entry -> !entry.path().contains("[") && !entry.path().contains("<"))
                .toList();
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (ParameterEntry entry : keys) {
            JsonNode value = CommentedYaml.shown(entry, text -> ScenarioTemplate.named(text, scenario));
            if (value != null && said.contains(entry.path())) {
                values.put(entry.path(), value);
            }
        }
        values.put("scenario", JsonNodeFactory.instance.textNode(scenarioFile));
        String runs = "tumen " + StudyKinds.command(kind) + " FILE";
        int width = Math.max(runs.length(), "tumen validate FILE".length());
        StringBuilder text = new StringBuilder("# A study of the kind " + kind.name()
                + ". What is commented out has the value that stands there, or an example.\n");
        Texts.wrapped(kind.description(), 116)
                .lines()
                .forEach(line -> text.append("# ").append(line.strip()).append('\n'));
        text.append(
                String.format("#   %-" + width + "s  says everything that is wrong with it%n", "tumen validate FILE"));
        text.append(String.format("#   %-" + width + "s  runs it%n%n", runs));
        return text.append(CommentedYaml.of(keys, values, example -> ScenarioTemplate.named(example, scenario)))
                .toString();
    }
}
