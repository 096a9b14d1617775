package org.tumen.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.store.query.QueryLimits;

/**
 * Where the page is served and from what.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any that is free, null for 8080 or the next free one
 * @param scenarios the folder of scenarios
 * @param results the folder of results
 * @param threads threads of one batch
 * @param query what a query in SQL may use
 */
public record ServerSettings(
        String host, @Nullable Integer port, Path scenarios, Path results, int threads, QueryLimits query) {
    /** What a query may use unless other limits are asked for: 1,000 rows, 2 seconds, 256 MiB, an answer of 4 MiB. */
    public static final QueryLimits QUERY = new QueryLimits(1_000, Duration.ofSeconds(2), 256, 4);

    /** The host unless another is asked for. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final Set<String> LOOPBACKS = Set.of(LOOPBACK, "localhost", "::1", "[::1]");

    /** @throws IllegalArgumentException when the port is outside 0 to 65535 or the number of threads below 1 */
    public ServerSettings {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads are 1 or more, not " + threads);
        }
    }

    /** Whether only this machine can reach the page. */
    public boolean local() {
        return LOOPBACKS.contains(host);
    }
}
