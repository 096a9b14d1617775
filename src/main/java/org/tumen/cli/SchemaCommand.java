package org.tumen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.scenario.ScenarioSchema;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.StudyReader;
import org.tumen.study.UsageException;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of scenario and study files. */
@Command(
        name = "schema",
        description = {
            "Print the JSON Schema of scenario files or of study files of a kind, for completion and checks in editors.",
            "With yaml-language-server: write it to a file, and begin a scenario with",
            "# yaml-language-server: $schema=PATH"
        })
public final class SchemaCommand extends TerminalCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = StudyKinds.Names.class,
            description = "A kind of study, such as compare, search or game (default: scenario files).")
    private @Nullable String kind;

    @Override
    public Integer call() {
        ObjectNode schema =
                kind == null || kind.equals("scenario") ? ScenarioSchema.generate() : StudyReader.schema(kind(kind));
        out().println(schema.toPrettyString());
        return Main.DONE;
    }

    static StudyKind<?, ?> kind(String name) {
        return StudyKinds.named(name)
                .orElseThrow(() -> new UsageException("no kind of study is called " + Texts.brief(name) + "; "
                        + Nearest.suggestion(name, StudyKinds.names())));
    }
}
