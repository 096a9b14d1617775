package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.study.ResultFolders;
import org.tumen.study.UsageException;
import org.tumen.web.PageServer;
import org.tumen.web.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the local page. */
@Command(
        name = "serve",
        description = {
            "Open a local page on which to run, compare and trace scenarios and to query their results.",
            "Only this machine can reach it unless --host says otherwise, and only who has the token in the printed address."
        },
        footer = {"", "Examples:", "  tumen serve", "  tumen serve --port 9000"})
final class ServeCommand extends TerminalCommand {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port; 0 for any that is free (default: 8080, or the next free one).")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = ServerSettings.LOOPBACK,
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            defaultValue = "scenarios",
            description = "Folder of scenarios, and of studies in its folder studies (default: ${DEFAULT-VALUE}).")
    private Path scenarios;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Folder of results (default: results, or what TUMEN_RESULTS names).")
    private @Nullable Path results;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of a batch (default: all processors).")
    private @Nullable Integer threads;

    @Option(
            names = "--query-timeout",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description =
                    "Stop a query in SQL after so many seconds of processor time, 1 to 600 (default: ${DEFAULT-VALUE}).")
    private int queryTimeout;

    @Option(
            names = "--query-memory",
            paramLabel = "MIB",
            defaultValue = "256",
            description =
                    "Memory of the process of a query, 128 to 65536 MiB (default: ${DEFAULT-VALUE}). Two run at a time.")
    private int queryMemory;

    @Override
    public Integer call() throws InterruptedException {
        QueryCommand.requireWithin(spec, "--query-timeout", queryTimeout, 1, QueryCommand.MOST_SECONDS);
        QueryCommand.requireWithin(
                spec, "--query-memory", queryMemory, QueryCommand.LEAST_MEMORY, QueryCommand.MOST_MEMORY);
        if (!Files.isDirectory(scenarios)) {
            throw new UsageException(
                    "there is no folder " + scenarios + "; name that of your scenarios by --scenarios DIR");
        }
        try (PageServer server = PageServer.start(settings())) {
            PrintWriter out = out();
            out.println("The page is at " + server.address());
            out.println("Stop it with Ctrl+C.");
            if (out.checkError()) {
                return Main.FAILED;
            }
            new CountDownLatch(1).await();
        }
        return Main.DONE;
    }

    private ServerSettings settings() {
        return UsageException.unlessRefused(
                "",
                () -> new ServerSettings(
                        host,
                        port,
                        scenarios,
                        ResultFolders.root(results),
                        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                        ServerSettings.QUERY
                                .withTime(Duration.ofSeconds(queryTimeout))
                                .withMemory(queryMemory)));
    }
}
