package org.tumen.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.cli.option.TerminalCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** Prints a script with which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Print a script with which a shell completes commands and options.",
        footer = {
            "",
            "Examples:",
            "  bash and zsh:  source <(./tumen completion bash)",
            "  fish:          ./tumen completion fish > ~/.config/fish/completions/tumen.fish"
        })
public final class CompletionCommand extends TerminalCommand {
    private static final Pattern VALUES = Pattern.compile("(?<=_option_args=)\\([^)]*\\)");

    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(index = "0", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Override
    public Integer call() {
        CommandLine program = Main.everything();
        String name = program.getCommandName();
        // The script for bash makes zsh understand it.
        out().print(shell == Shell.fish ? fish(program) : bash(name, program));
        return Main.DONE;
    }

    /** Values stand as help writes them, not as Java's constants do. */
    static String bash(String name, CommandLine program) {
        return VALUES.matcher(AutoComplete.bash(name, program))
                .replaceAll(values -> Matcher.quoteReplacement(values.group().toLowerCase(Locale.ROOT)));
    }

    static String fish(CommandLine program) {
        StringBuilder script = new StringBuilder("# Completion of tumen in fish\n");
        fish(program, List.of(), script);
        String names = String.join(" ", program.getSubcommands().keySet());
        script.append(line("__fish_use_subcommand"))
                .append(" -f -a 'help' -d 'Show the help of a command.'\n")
                .append(line("__fish_seen_subcommand_from help"))
                .append(" -f\n")
                .append(line("__fish_seen_subcommand_from help; and not __fish_seen_subcommand_from " + names))
                .append(" -f -a ")
                .append(quoted(names))
                .append('\n');
        return script.toString();
    }

    private static void fish(CommandLine command, List<String> path, StringBuilder script) {
        List<String> below = new ArrayList<>(command.getSubcommands().keySet());
        String seen = path.stream()
                .map(step -> "__fish_seen_subcommand_from " + step)
                .reduce((a, b) -> a + "; and " + b)
                .orElse("");
        String here = path.isEmpty()
                ? "__fish_use_subcommand"
                : seen + (below.isEmpty() ? "" : "; and not __fish_seen_subcommand_from " + String.join(" ", below));
        command.getSubcommands()
                .forEach((name, sub) -> script.append(line(here))
                        .append(" -f -a ")
                        .append(quoted(name))
                        .append(" -d ")
                        .append(quoted(first(sub.getCommandSpec().usageMessage().description())))
                        .append('\n'));
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (option.hidden()) {
                continue;
            }
            script.append(line(here));
            for (String name : option.names()) {
                script.append(name.startsWith("--") ? " -l " : " -s ").append(quoted(name.replaceFirst("^--?", "")));
            }
            if (option.arity().max() > 0) {
                script.append(isFile(option.type()) ? " -r -F" : " -x");
                if (option.completionCandidates() != null) {
                    script.append(" -a ")
                            .append(quoted(String.join(" ", option.completionCandidates())
                                    .toLowerCase(Locale.ROOT)));
                }
            }
            script.append(" -d ").append(quoted(first(option.description()))).append('\n');
        }
        command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> parameter.completionCandidates() != null)
                .forEach(parameter -> script.append(line(here))
                        .append(" -f -a ")
                        .append(quoted(String.join(" ", parameter.completionCandidates())))
                        .append('\n'));
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            fish(sub, longer, script);
        });
    }

    private static boolean isFile(Class<?> type) {
        return type == Path.class || type == File.class;
    }

    private static String line(String condition) {
        return "complete -c tumen -n " + quoted(condition);
    }

    private static String first(String[] description) {
        return description.length == 0
                ? ""
                : description[0].replaceAll("%[%n]", " ").replaceAll("\\$\\{[^}]*}", "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
