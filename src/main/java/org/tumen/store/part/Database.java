package org.tumen.store.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.tumen.store.file.StoreException;
import org.tumen.words.Failures;

/** Connections to DuckDB databases in memory, and the little SQL text that this package shares. */
public final class Database {
    /**
     * How Parquet files are written: bloom filters cost time and serve point queries that nobody asks; so do long dictionaries,
     * which columns of counts do without, and which are begun for every column of numbers in vain.
     */
    public static final String PARQUET =
            "(FORMAT parquet, COMPRESSION snappy, WRITE_BLOOM_FILTER false, DICTIONARY_SIZE_LIMIT 2000)";

    /** What lies in a file alone: names of folders such as {@code year=2024} would be columns. */
    public static final String FILE_ALONE = "hive_partitioning = false";

    private static final String FLAT = "SELECT arm, series, week, bin::SMALLINT AS bin, count FROM (SELECT arm, series,"
            + " week, first_bin + unnest(range(len(counts))) AS bin, unnest(counts)::BIGINT AS count FROM ";

    private static final int LEAST_MEBIBYTES = 16;

    private static final String MOVE =
            "; let TUMEN_TEMP (without the script tumen: -Djava.io.tmpdir) name a folder that has room,"
                    + " can be written, and lies on no file system mounted noexec";
    private static final String HOME =
            "; where its file system is mounted noexec, install the program on another, and where"
                    + " memory is short, raise what limits it (ulimit -v)";

    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final Pattern LIBRARY = Pattern.compile("/\\S*/libduckdb_java\\d+\\.so$");
    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private Database() {}

    /** Weekly counts of some files (a list of SQL texts) as arm, series, week, bin, count, without empty bins. */
    public static String flat(String files) {
        return FLAT + parquet(files) + ") WHERE count > 0";
    }

    /**
     * A database of its own, which may use so much memory outside the Java heap. It uses the calling thread only,
     * spills nothing to disk and loads no extensions.
     */
    public static DuckDBConnection open(int memoryMebibytes) {
        try {
            requireLibrary();
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties());
            if (LOADED.compareAndSet(false, true)) {
                removeUnpackedLibrary();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET threads=1");
                statement.execute("SET memory_limit='" + memoryMebibytes + "MiB'");
                statement.execute("SET temp_directory=''");
                statement.execute("SET autoinstall_known_extensions=false");
                statement.execute("SET autoload_known_extensions=false");
            }
            return connection.unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new StoreException("DuckDB did not start: " + Failures.reason(e), e);
        } catch (LinkageError | IllegalStateException e) {
            throw new StoreException(
                    "DuckDB's library was not loaded, by way of the folder of temporary files ("
                            + System.getProperty("java.io.tmpdir") + "): " + cause(e) + MOVE,
                    e);
        }
    }

    /**
     * Loads the library that lies beside the driver, as in the program that is built. Where it lies in the driver's jar the
     * driver unpacks it. The driver would do both, but not say why it failed.
     */
    private static void requireLibrary() {
        Path library = libraryBesideDriver();
        if (library == null || LOADED.get()) {
            return;
        }
        try {
            System.load(library.toString());
        } catch (UnsatisfiedLinkError e) {
            throw new StoreException(
                    "DuckDB's library " + library + " was not loaded: " + cause(e).replace(library + ": ", "") + HOME,
                    e);
        }
    }

    private static @Nullable Path libraryBesideDriver() {
        String processor = System.getProperty("os.arch", "");
        String name = "libduckdb_java.so_linux_" + (processor.equals("aarch64") ? "arm64" : processor);
        try {
            Path driver = Path.of(DuckDBDriver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path library = driver.resolveSibling(name);
            return System.getProperty("os.name", "").equals("Linux") && Files.exists(library)
                    ? library.toRealPath()
                    : null;
        } catch (URISyntaxException | IOException e) {
            // The driver looks for itself.
            return null;
        }
    }

    /** The last of the causes, which the system gave. */
    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        String words = message.lines().findFirst().orElse(cause.getClass().getSimpleName());
        return cause instanceof FileSystemException ? cause.getClass().getSimpleName() + " " + words : words;
    }

    /**
     * Makes sure that there is a database, so that a result is not blamed for the lack of one.
     *
     * @throws StoreException when its native library cannot be loaded, saying why
     */
    public static void require() {
        close(open(LEAST_MEBIBYTES));
    }

    /** Ends a database. */
    public static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("DuckDB did not stop: " + Failures.reason(e), e);
        }
    }

    /** Loads the native library; whoever opens a database next is told what went wrong, if anything did. */
    public static void warmUp() {
        try {
            require();
        } catch (StoreException e) {
            return;
        }
    }

    /**
     * The driver unpacks its library of 57 MB into the folder of temporary files and removes it in an orderly end. What is
     * loaded needs no name any more, so it goes at once where the system tells it, and a process that is killed leaves
     * nothing.
     */
    private static void removeUnpackedLibrary() {
        if (!Files.isReadable(MAPPED)) {
            return;
        }
        try (Stream<String> lines = Files.lines(MAPPED)) {
            for (String file : lines.map(LIBRARY::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .collect(Collectors.toSet())) {
                Files.deleteIfExists(Path.of(file));
            }
        } catch (IOException | UncheckedIOException | SecurityException e) {
            // The driver removes it at the end.
            return;
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // Rows are fetched as they are read, so that a long result does not fill the memory.
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return properties;
    }

    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    public static String text(Path value) {
        return text(value.toAbsolutePath().toString());
    }

    /** A file that is read, of which DuckDB takes a name for a pattern. */
    public static String pattern(Path file) {
        return text(file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]"));
    }

    /** The rows of some files (a list of SQL texts). */
    public static String parquet(String files) {
        return "read_parquet([" + files + "], " + FILE_ALONE + ")";
    }

    /** An identifier, quoted. */
    public static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A message without the pointer lines that DuckDB adds, on one line. */
    public static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Arrays.stream(message.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("^"))
                .collect(Collectors.joining(" "));
    }
}
