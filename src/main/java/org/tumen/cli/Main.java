package org.tumen.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.text.HarmlessWriter;
import org.tumen.cli.text.StandardOutput;
import org.tumen.cli.text.Version;
import org.tumen.document.InvalidInputException;
import org.tumen.store.file.StoreException;
import org.tumen.study.Interruption;
import org.tumen.study.StudyKinds;
import org.tumen.study.UsageException;
import org.tumen.words.Failures;
import org.tumen.words.TerminalWidth;
import org.tumen.words.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line. Exit status 0 done, 1 failed, 2 bad arguments or input, 130 interrupted. */
@Command(
        name = "tumen",
        description = "Simulate arms-deal diplomacy to compare policies.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Version.class)
public final class Main implements Runnable {
    /** Exit status of a command that did what it was asked. */
    public static final int DONE = 0;
    /** Exit status of a command that failed. */
    public static final int FAILED = 1;
    /** Exit status for bad arguments and bad input. */
    public static final int BAD_INPUT = 2;

    /** Exit status of a command that was interrupted; what it finished is kept. */
    public static final int INTERRUPTED = 130;

    private static final String NAMELESS = "names no file or folder; write . for the folder you are in";

    /** Picocli refuses to make help narrower. */
    private static final int LEAST_USAGE_WIDTH = 55;

    /** Stands where Java could not read a letter. */
    private static final char REPLACEMENT = '\uFFFD';

    /** The heap, in MiB, in which a batch of the baseline was made. */
    private static final int LEAST_HEAP = 64;

    private static final String DEBUG = "TUMEN_DEBUG";

    /** The commands in the order of the help text. */
    private static final Map<String, Front> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    /** A command: what it does, and all of it, which takes longer to describe. */
    private record Front(Supplier<String[]> description, Supplier<CommandLine> line) {
        static Front of(Class<?> command) {
            return of(command, () -> new CommandLine(command));
        }

        static Front of(Class<?> command, Supplier<CommandLine> line) {
            return new Front(() -> command.getAnnotation(Command.class).description(), line);
        }

        static Front of(String kind) {
            return new Front(
                    () -> new String[] {StudyKinds.named(kind).orElseThrow().description()},
                    () -> KindCommand.of(kind));
        }
    }

    private static Map<String, Front> commands() {
        Map<String, Front> commands = new LinkedHashMap<>();
        commands.put("init", Front.of(InitCommand.class));
        commands.put("batch", Front.of(BatchCommand.class));
        commands.put("compare", Front.of(CompareCommand.class));
        commands.put("explore", Front.of(ExploreCommand.class, ExploreCommand::line));
        commands.put("search", Front.of("search"));
        commands.put("game", Front.of("game"));
        commands.put("hindcast", Front.of(HindcastCommand.class));
        commands.put("calibrate", Front.of("calibrate"));
        commands.put("trace", Front.of(TraceCommand.class));
        commands.put("report", Front.of(ReportCommand.class));
        commands.put("query", Front.of(QueryCommand.class));
        commands.put("export", Front.of(ExportCommand.class));
        commands.put("diff", Front.of(DiffCommand.class));
        commands.put("serve", Front.of(ServeCommand.class));
        commands.put("console", Front.of(ConsoleCommand.class));
        commands.put("verify", Front.of(VerifyCommand.class));
        commands.put("join", Front.of(JoinCommand.class));
        commands.put("validate", Front.of(ValidateCommand.class));
        commands.put("params", Front.of(ParamsCommand.class));
        commands.put("schema", Front.of(SchemaCommand.class));
        commands.put("completion", Front.of(CompletionCommand.class));
        // A kind that plugs in is a command too.
        StudyKinds.names().stream()
                .filter(kind -> !StudyKinds.EXPLORING.contains(kind))
                .forEach(kind -> commands.putIfAbsent(kind, Front.of(kind)));
        return commands;
    }

    /** The command line with all commands. */
    public static CommandLine everything() {
        CommandLine line = new CommandLine(new Main());
        COMMANDS.forEach(
                (name, command) -> line.addSubcommand(name, command.line().get()));
        return line;
    }

    /** The command line for these arguments: describing all commands whole takes longer than most of them. */
    private static CommandLine commandLine(String... args) {
        Optional<String> asked =
                Arrays.stream(args).filter(COMMANDS::containsKey).findFirst();
        CommandLine line = new CommandLine(new Main());
        COMMANDS.forEach((name, command) -> {
            if (name.equals(asked.orElse(null))) {
                line.addSubcommand(name, command.line().get());
            } else if (asked.isEmpty()) {
                CommandSpec brief = CommandSpec.create();
                brief.usageMessage().description(command.description().get());
                line.addSubcommand(name, brief);
            }
        });
        return line;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command must be given");
    }

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status;
        try (Interruption.Watch watch = new Interruption.Watch(err)) {
            status = run(new FileOutputStream(FileDescriptor.out), err, args);
        }
        System.exit(status);
    }

    /**
     * Runs a command that prints in UTF-8. What it prints belongs to what it was asked: when that cannot be written, it has
     * failed, except that nobody may want to read it to its end.
     *
     * @param to takes what it prints
     * @param err takes what it complains of
     * @return the exit status
     */
    static int run(OutputStream to, PrintWriter err, String... args) {
        String unreadable = unreadable(args);
        if (unreadable != null) {
            err.println("tumen: " + unreadable);
            return BAD_INPUT;
        }
        StandardOutput output = new StandardOutput(to);
        int status = run(new PrintWriter(output, true, StandardCharsets.UTF_8), err, args);
        IOException failure = output.failure();
        if (failure == null) {
            return status;
        }
        err.println("tumen: failed: the output could not be written: "
                + Texts.visible(String.valueOf(failure.getMessage())) + "; send it where there is room");
        return status == DONE ? FAILED : status;
    }

    /** What to say of an argument whose letters Java could not read, as this locale has none but ASCII; null for none. */
    private static @Nullable String unreadable(String... args) {
        if (StandardCharsets.UTF_8.name().equals(System.getProperty("sun.jnu.encoding"))) {
            return null;
        }
        for (String arg : args) {
            if (arg.indexOf(REPLACEMENT) >= 0) {
                return "the locale has no letters for \"" + Texts.visible(arg)
                        + "\"; start the program by its script tumen, or set LC_ALL=C.UTF-8";
            }
        }
        return null;
    }

    /**
     * Runs a command.
     *
     * @param out takes what it prints
     * @param told takes what it complains of
     * @return the exit status
     */
    // Errors such as a full stack or heap are told as failures too: a user never sees a stack trace unasked.
    @SuppressWarnings("CatchingUnchecked")
    public static int run(PrintWriter out, PrintWriter told, String... given) {
        PrintWriter err = harmless(told);
        try {
            String[] args = withoutHelp(given);
            CommandLine line = commandLine(args);
            line.setOut(out).setErr(err);
            line.setCaseInsensitiveEnumValuesAllowed(true)
                    .setUsageHelpWidth(Math.max(LEAST_USAGE_WIDTH, TerminalWidth.ofSentences()));
            line.registerConverter(Path.class, Main::path);
            String ints = " from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
            String longs = " from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
            line.registerConverter(Integer.class, text -> whole(text, Integer::valueOf, ints));
            line.registerConverter(int.class, text -> whole(text, Integer::valueOf, ints));
            line.registerConverter(Long.class, text -> whole(text, Long::valueOf, longs));
            line.registerConverter(long.class, text -> whole(text, Long::valueOf, longs));
            line.registerConverter(Double.class, text -> number(text, Double::valueOf, "a number"));
            line.setExecutionStrategy(parsed -> {
                Integer helped = CommandLine.executeHelpRequest(parsed);
                if (helped != null) {
                    return helped;
                }
                requireEntries(parsed);
                // Help alone has styles of its own.
                line.setOut(harmless(out));
                return new CommandLine.RunLast().execute(parsed);
            });
            line.setParameterExceptionHandler((e, all) -> badArguments(e, err));
            line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
            return line.execute(args);
        } catch (RuntimeException | Error e) {
            return failed(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static PrintWriter harmless(PrintWriter to) {
        return new PrintWriter(new HarmlessWriter(to), true);
    }

    /** {@code help batch} asks for what {@code batch --help} does. */
    private static String[] withoutHelp(String... args) {
        return args.length == 0 || !args[0].equals("help")
                ? args
                : Stream.concat(Arrays.stream(args).skip(1), Stream.of("--help"))
                        .toArray(String[]::new);
    }

    /** A comma too many would leave out of a list what an unset variable of the shell was to hold, or make it the default. */
    private static void requireEntries(ParseResult parsed) {
        for (ParseResult of = parsed; of != null; of = of.subcommand()) {
            for (OptionSpec option : of.matchedOptions()) {
                String comma = option.splitRegex();
                for (String given : comma.isEmpty() ? List.<String>of() : option.originalStringValues()) {
                    if (Arrays.stream(given.split(comma, -1)).anyMatch(String::isBlank)) {
                        throw new ParameterException(
                                of.commandSpec().commandLine(),
                                option.longestName() + " has an empty entry: " + Texts.quoted(given));
                    }
                }
            }
        }
    }

    /** An empty text, such as an unset variable of the shell leaves, would stand for the folder that one is in. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException(NAMELESS);
        }
        return Path.of(text);
    }

    /** What is whole and yet none lies beyond the range of the type; the option's own is told of what lies within it. */
    private static <T> T whole(String text, Function<String, T> reading, String range) {
        return number(text, reading, "a whole number" + (text.matches("[-+]?[0-9]+") ? range : ""));
    }

    private static <T> T number(String text, Function<String, T> reading, String wanted) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be " + wanted + ", not " + Texts.quoted(text));
        }
    }

    private static int badArguments(ParameterException e, PrintWriter err) {
        CommandLine command = e.getCommandLine();
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && unmatched.getUnmatched().stream().anyMatch(String::isBlank)) {
            err.println("tumen: an empty argument " + NAMELESS);
        } else if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.isUnknownOption()) {
            err.println("tumen: there is no command '"
                    + Texts.brief(unmatched.getUnmatched().get(0)) + "'; there are "
                    + Texts.listed(List.copyOf(COMMANDS.keySet())));
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        } else {
            err.println("tumen: " + Texts.visible(String.valueOf(e.getMessage())));
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        }
        err.println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
        return BAD_INPUT;
    }

    private static int failed(Throwable e, PrintWriter err) {
        if (e instanceof UsageException || e instanceof InvalidInputException) {
            err.println(e.getMessage());
            return BAD_INPUT;
        }
        if (e instanceof InterruptedException) {
            return INTERRUPTED;
        }
        if (Failures.lackMemory(e)) {
            err.println("tumen: failed: " + Failures.MEMORY + "; any command needs " + LEAST_HEAP
                    + " MiB or more. What was finished is stored; the same command goes on from there with more, say"
                    + " TUMEN_JAVA_OPTIONS=-Xmx2g");
            return FAILED;
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String first = message.lines().findFirst().orElse("");
        // What a folder or a disk refused is told with what to do; details would not help.
        String more = e instanceof StoreException ? "" : " (set " + DEBUG + "=1 for details)";
        err.println("tumen: failed: " + Texts.visible(first) + more);
        if (System.getenv(DEBUG) != null) {
            e.printStackTrace(err);
        }
        return FAILED;
    }
}
