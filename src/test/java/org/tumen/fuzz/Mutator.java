package org.tumen.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes damaged variants of texts, bytes and expressions. */
final class Mutator {
    /** What readers of files, numbers, paths and YAML have stumbled over elsewhere. */
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\t",
            "\u0000",
            "\ufeff",
            "\u202e",
            "\ud800",
            "null",
            "~",
            "true",
            "-0",
            "-1",
            "1e999",
            "-1e308",
            "NaN",
            ".inf",
            "-.inf",
            "9223372036854775808",
            "0x7f",
            "1_000",
            "2023-02-30",
            "0000-00-00",
            "[",
            "]",
            "{",
            "}",
            ": ",
            "- ",
            "&a ",
            "*a",
            "<<: *a",
            "!!java.net.URL x",
            "!!int x",
            "? ",
            "|",
            ">",
            "%TAG",
            "---",
            "...",
            "#",
            "'",
            "\"",
            "\\",
            "../../../etc/passwd",
            "/etc/passwd",
            "extends: ../x.yaml",
            "extends: .",
            "weeks: 100000000",
            "runs: 1e30",
            "actors: {}",
            "a: &a [*a]",
            "𝄞",
            "é",
            "${x}",
            "$(id)",
            "{{7*7}}",
            "';--");

    private static final List<String> TOKENS = List.of(
            "belief",
            "heat",
            "tension",
            "week",
            "stage",
            "exposure",
            "credibility",
            "record",
            "pressure",
            "need",
            "and",
            "or",
            "not",
            "(",
            ")",
            "<",
            "<=",
            ">",
            "==",
            "!=",
            "&&",
            "||",
            "!",
            "+",
            "-",
            "*",
            "/",
            "%",
            "0.5",
            "1",
            "-3",
            "1e400",
            "'x'",
            "\"shipping\"",
            "true",
            "null",
            "new",
            ".",
            "[",
            "]",
            "=",
            ";",
            "for",
            "while(true)",
            "var x",
            "java.lang.System",
            "''.class",
            "belief.getClass()",
            ",",
            "?",
            ":",
            "=~",
            "..",
            "size(x)",
            "in");

    private static final List<String> SQL = List.of(
            "select",
            "from",
            "runs",
            "weekly",
            "failures",
            "*",
            "count(*)",
            "mean_stability",
            "where",
            "group by all",
            "order by 1",
            "limit 3",
            "union",
            "(",
            ")",
            ",",
            "1/0",
            "'",
            "\"",
            "--",
            "/*",
            "*/",
            ";",
            "cast('x' as int)",
            "range(100000000)",
            "with recursive t as (select 1 union all select 1 from t)",
            "read_csv('/etc/passwd')",
            "copy runs to '%s'",
            "attach '%s'",
            "export database '%s'",
            "install httpfs",
            "load httpfs",
            "pragma version",
            "set threads=64",
            "read_parquet('%s')",
            "repeat('x', 1000000000)",
            "a.b.c",
            "null",
            "json",
            "list_transform",
            "x -> x",
            "values (1)",
            "cross join runs",
            "sum(run) over ()",
            "generate_series(1, 1000000000)",
            "getenv('PATH')",
            "glob('/*')",
            "::",
            "[1,2]",
            "{'a': 1}",
            "create table x as",
            "drop table runs",
            "call",
            "explain",
            "describe");

    final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A text with one to four small damages. */
    String text(String from) {
        StringBuilder text = new StringBuilder(from);
        for (int i = random.nextInt(4); i >= 0; i--) {
            damage(text);
        }
        return text.toString();
    }

    private void damage(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(9)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, text.substring(at, to));
            case 2 -> text.insert(at, pick(NASTY));
            case 3 -> text.replace(at, to, pick(NASTY));
            case 4 -> swapLines(text);
            case 5 -> value(text);
            case 6 -> text.insert(at, pick(List.of("[", "{a: ", "- ", "(")).repeat(1 + random.nextInt(400)));
            case 7 -> text.setLength(at);
            default -> text.insert(at, (char) random.nextInt(0x250));
        }
    }

    /** Puts something else behind the colon of some line, where damage is deepest. */
    private void value(StringBuilder text) {
        int colon = text.indexOf(": ", random.nextInt(text.length() + 1));
        if (colon >= 0) {
            int end = text.indexOf("\n", colon);
            text.replace(colon + 2, end < 0 ? text.length() : end, pick(NASTY));
        }
    }

    private void swapLines(StringBuilder text) {
        String[] lines = text.toString().split("\n", -1);
        int a = random.nextInt(lines.length);
        int b = random.nextInt(lines.length);
        String kept = lines[a];
        lines[a] = lines[b];
        lines[b] = kept;
        text.setLength(0);
        text.append(String.join("\n", lines));
    }

    /** Bytes with one to four damages: flipped bits, overwritten, cut or doubled stretches. */
    byte[] bytes(byte[] from) {
        byte[] bytes = from.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 ->
                    Arrays.fill(
                            bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64)), (byte) random.nextInt(256));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(100));
                default ->
                    bytes = text(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        return bytes;
    }

    /** Something like a condition of a rule. */
    String expression() {
        return words(TOKENS, 12);
    }

    /** Something like a query; where it names a file, that file. */
    String sql(String file) {
        String start = random.nextInt(3) == 0 ? "" : "select ";
        return (start + words(SQL, 9)).replace("%s", file);
    }

    String nasty() {
        return pick(NASTY);
    }

    private String words(List<String> from, int most) {
        StringBuilder words = new StringBuilder();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            words.append(pick(from)).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return words.toString();
    }
}
