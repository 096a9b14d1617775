package org.tumen.study.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import org.tumen.declare.CommentedYaml;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.declare.ParameterPage;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioTemplate;
import org.tumen.study.StudyFile;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;

/** The keys of study files as Markdown. */
public final class StudyPage {
    private static final String HEAD = """
            # Study files

            A study is a question in a file: a scenario, what is tried about it, and the settings of its kind. This page is made
            from the declarations in the program by `./tumen params --study all --format markdown`; a test holds it against
            them, and runs the example of every kind. `./tumen init KIND` writes it with every key, `./tumen validate FILE` says
            everything that is wrong with a study, `./tumen schema KIND` gives editors completion.

            Paths of parameters are those of [scenarios](parameters.html). `<name>` stands for a name of your own, `[]` for an
            entry of a list. What is uncertain and what is calibrated (`uncertainties.<name>`, `parameters.<name>`) has the keys of a
            lever: those of its distribution. A key without a default may be left out unless the kind needs it.

            ## Keys of studies

            What a study of a kind may say beside the section of the kind.

            | Key | Type or range | Default | Example | Meaning | Kinds |
            |---|---|---|---|---|---|
            """;

    /** What has the keys of levers, which stand on the page once. */
    private static final List<String> AS_LEVERS = List.of("uncertainties.<name>.", "parameters.<name>.");

    private static final Scenario SCENARIO = ScenarioTemplate.standard("scenario");

    private StudyPage() {}

    /** The page of some kinds. */
    public static String markdown(List<StudyKind<?, ?>> kinds) {
        StringBuilder page = new StringBuilder(HEAD);
        for (ParameterEntry entry : ParameterCatalogue.declared(StudyFile.class)) {
            if (AS_LEVERS.stream().anyMatch(entry.path()::startsWith)) {
                continue;
            }
            TreeSet<String> users = new TreeSet<>();
            kinds.stream().filter(kind -> StudyTemplate.uses(kind, entry)).forEach(kind -> users.add(kind.name()));
            if (!users.isEmpty()) {
                row(entry, page)
                        .append(users.size() == kinds.size() ? "all" : String.join(", ", users))
                        .append(" |\n");
            }
        }
        for (StudyKind<?, ?> kind : kinds) {
            page.append("\n## `").append(kind.name()).append("`\n\n");
            page.append(kind.description())
                    .append(" Run by `./tumen ")
                    .append(StudyKinds.command(kind))
                    .append(" FILE`.\n\n");
            page.append("| Key | Type or range | Default | Example | Meaning |\n|---|---|---|---|---|\n");
            ParameterCatalogue.declared(kind.section(), kind.name())
                    .forEach(entry -> row(entry, page).append('\n'));
            page.append("\n```yaml\n").append(example(kind)).append("```\n");
        }
        return page.toString();
    }

    /** What a study to begin with says, without what is commented out. */
    private static String example(StudyKind<?, ?> kind) {
        StringBuilder said = new StringBuilder();
        StudyTemplate.of(kind, "scenario.yaml", SCENARIO)
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .forEach(line -> said.append(line.replaceFirst("  # .*$", "")).append('\n'));
        return said.toString();
    }

    private static StringBuilder row(ParameterEntry entry, StringBuilder page) {
        String unit = entry.unit().isEmpty() ? "" : " (" + entry.unit() + ")";
        JsonNode shown = entry.example().isEmpty()
                ? null
                : CommentedYaml.shown(entry, text -> ScenarioTemplate.named(text, SCENARIO));
        return page.append("| `")
                .append(entry.path())
                .append("` | ")
                .append(ParameterPage.cell(entry.range().isEmpty() ? entry.type() : entry.range() + unit))
                .append(" | ")
                .append(ParameterPage.cell(entry.value()))
                .append(" | ")
                .append(shown == null ? "" : "`" + CommentedYaml.flow(shown).replace("|", "\\|") + "`")
                .append(" | ")
                .append(ParameterPage.cell(entry.meaning()))
                .append(" | ");
    }
}
