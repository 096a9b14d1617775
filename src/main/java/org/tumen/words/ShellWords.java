package org.tumen.words;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as a user may type them again. */
public final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    /** The options of a shard's command that do not hold for the whole, their values quoted or plain. */
    private static final Pattern OF_A_SHARD = Pattern.compile(
            " (?:--shard|--out)[= ](?:'(?:[^']|'\\\\'')*'|\\S+)" + "| '(?:--shard|--out)=(?:[^']|'\\\\'')*'");

    private ShellWords() {}

    /** A command of this program, words with other than plain characters quoted. */
    public static String command(List<String> arguments) {
        return arguments.stream().map(word -> " " + quote(word)).collect(Collectors.joining("", "tumen", ""));
    }

    /** A word, quoted when it has other than plain characters. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The command of a shard, turned to a folder that holds all shards. */
    public static String ofAllShards(String command, String folder) {
        return OF_A_SHARD.matcher(command).replaceAll("") + " --out " + quote(folder);
    }
}
