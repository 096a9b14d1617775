package org.tumen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.cli.Main;

/**
 * One flipped byte in any file of a result: whatever reads the result names the damage and ends with status 1, or tells the
 * numbers that it told before; the command that made it makes it again. No command tells other numbers with status 0.
 *
 * <p>{@code -Dtumen.damage.cases=N} sets the number of flips, {@code -Dtumen.fuzz.seed=S} where they are.
 */
@Tag("slow")
class DamageTest {
    private static final int CASES = Integer.getInteger("tumen.damage.cases", 40);
    /** {@code -Dtumen.trees=N} sets the number of damaged folders; more than few are of all nine kinds. */
    private static final int TREES = Integer.getInteger("tumen.trees", 16);

    private static final int FEW = 100;

    private static final long SEED = Long.getLong("tumen.fuzz.seed", 20_261_124L);

    /** Of so many flips one is answered by the command that made the result, which takes longest. */
    private static final int REMADE = 3;

    private static final String SQL = "select arm, count(*) as n, avg(mean_stability) as s, sum(mean_pressure) as p"
            + " from runs group by arm order by arm";

    @TempDir
    private static Path root;

    private static final Map<String, Sound> RESULTS = new TreeMap<>();

    /** A result, what it answers and its tables. */
    private record Sound(SmallResults.Made made, String answer, Map<String, String> tables) {}

    @BeforeAll
    static void make() throws IOException {
        for (SmallResults.Made made : new SmallResults(Files.createDirectory(root.resolve("sound")))
                .make(TREES > FEW)
                .values()) {
            SmallResults.Ending asked =
                    SmallResults.run(List.of("query", made.folder().toString(), SQL, "--csv"));
            RESULTS.put(made.kind(), new Sound(made, asked.out(), tables(made.folder())));
        }
    }

    private static Map<String, String> tables(Path folder) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (Path file : SmallResults.files(folder)) {
            if (file.toString().endsWith(".csv")) {
                tables.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return tables;
    }

    @Test
    void noFlippedByteChangesANumberUnsaid() throws IOException {
        List<String> kinds = List.copyOf(RESULTS.keySet());
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(SEED * 31 + i);
            Sound sound = RESULTS.get(kinds.get(i % kinds.size()));
            Path copy = root.resolve("case-" + i);
            SmallResults.copy(sound.made().folder(), copy);
            Path file = SmallResults.pick(SmallResults.files(copy), random);
            byte[] bytes = Files.readAllBytes(file);
            // The last byte of a list of checksums ends a line and nothing else.
            int at = random.nextInt(bytes.length - 1);
            byte change = (byte) (1 << random.nextInt(8));
            bytes[at] ^= change;
            Files.write(file, bytes);
            String what = "case " + i + ": byte " + at + " of " + copy.relativize(file) + " of a "
                    + sound.made().kind();
            told(what, sound, copy, copy.relativize(file));
            if (i / kinds.size() % REMADE == 0) {
                remade(what, sound, copy);
            }
            SmallResults.remove(copy);
        }
    }

    private static void told(String what, Sound sound, Path copy, Path damaged) throws IOException {
        SmallResults.Ending verified = SmallResults.run(List.of("verify", copy.toString(), "--sample", "2"));
        assertThat(verified.status()).as(what).isEqualTo(Main.FAILED);
        assertThat(verified.err()).as(what).contains(damaged.getFileName().toString());
        SmallResults.Ending asked = SmallResults.run(List.of("query", copy.toString(), SQL, "--csv"));
        if (asked.status() == Main.FAILED) {
            assertThat(asked.err())
                    .as(what)
                    .contains("is damaged", damaged.getFileName().toString());
        } else {
            assertThat(asked.out()).as(what).isEqualTo(sound.answer());
        }
        SmallResults.Ending report = SmallResults.run(List.of("report", copy.toString(), "--no-pictures"));
        if (report.status() == Main.FAILED) {
            assertThat(report.err()).as(what).contains("is damaged");
        } else if (report.status() == Main.DONE) {
            sound.tables().forEach((name, text) -> {
                // The report of a batch makes its summary again, and leaves other tables as they are.
                if (name.equals("summary.csv") && sound.made().kind().equals("batch")) {
                    assertThat(copy.resolve(name)).as(what).content().isEqualTo(text);
                }
            });
        }
    }

    /** Of the folder's files nothing leads elsewhere, so that what lies outside is as it was. */
    @Test
    void anyFolderIsAnsweredInWords() throws IOException {
        List<String> kinds = List.copyOf(RESULTS.keySet());
        Map<String, Integer> endings = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < TREES; i++) {
            Random random = new Random(SEED * 37 + i);
            SmallResults.Made made = RESULTS.get(kinds.get(i % kinds.size())).made();
            Path place = Files.createDirectory(root.resolve("tree-" + i));
            Path folder = place.resolve("result");
            Path outside = Files.createDirectory(place.resolve("outside"));
            Files.writeString(outside.resolve("file"), "kept");
            SmallResults.copy(made.folder(), folder);
            TreeDamage damage = new TreeDamage(folder, outside, random);
            StringBuilder what = new StringBuilder("tree " + i + ", " + made.kind() + ": ");
            for (int times = random.nextInt(3); times >= 0; times--) {
                what.append(damage.once()).append("; ");
            }
            Map<String, String> before = SmallResults.contents(outside);
            for (List<String> command : commands(i, made, folder, place)) {
                SmallResults.Ending ending = SmallResults.run(command);
                String told =
                        what + String.join(" ", command) + "\n" + ending.status() + " " + ending.out() + ending.err();
                if (!inWords(ending) || !SmallResults.contents(outside).equals(before)) {
                    wrong.add(told);
                    // Thousands of folders take hours: what is wrong is told at once.
                    System.out.println(told);
                }
                endings.merge(command.get(0) + " " + ending.status(), 1, Integer::sum);
            }
            SmallResults.remove(place);
        }
        assertThat(wrong).isEmpty();
        System.out.println(TREES + " damaged folders: " + endings);
        assertThat(endings).containsKeys("verify 1", "compare 1");
        assertThat(endings.keySet().stream().map(ended -> ended.split(" ")[0]))
                .contains("report", "join", "query", "verify", "compare");
    }

    /** A status that is one of the program's, and where it is no success a reason for people. */
    private static boolean inWords(SmallResults.Ending ending) {
        // How a value of a file that is null is described.
        String said = (ending.out() + ending.err()).replace("nothing (null)", "");
        boolean known = ending.status() == Main.DONE
                || !ending.err().isBlank() && (ending.status() == Main.FAILED || ending.status() == Main.BAD_INPUT);
        // Of what no part of the program expected the command line says how to see more.
        return known
                && List.of("TUMEN_DEBUG", "\tat ", "Exception", "null", "\u001b").stream()
                        .noneMatch(said::contains);
    }

    /** A query takes a process of its own, and the command that made a result the longest: not every folder meets them. */
    private static List<List<String>> commands(int number, SmallResults.Made made, Path folder, Path place) {
        String damaged = folder.toString();
        List<List<String>> commands = new ArrayList<>(List.of(
                List.of("verify", damaged, "--sample", "1"),
                List.of("compare", damaged, made.folder().toString()),
                List.of("join", damaged, "--out", place.resolve("joined").toString()),
                List.of("report", damaged, "--no-pictures")));
        if (number % 8 == 0) {
            commands.add(2, List.of("query", damaged, SQL));
        }
        if (number % 25 == 0) {
            commands.add(made.into(folder));
        }
        return commands;
    }

    private static void remade(String what, Sound sound, Path copy) throws IOException {
        SmallResults.Ending again = SmallResults.run(sound.made().into(copy));
        assertThat(again.status()).as(what + ": " + again.err()).isZero();
        assertThat(tables(copy)).as(what).isEqualTo(sound.tables());
        SmallResults.Ending verified = SmallResults.run(List.of("verify", copy.toString(), "--sample", "2"));
        assertThat(verified.status()).as(what + ": " + verified.err()).isZero();
    }
}
