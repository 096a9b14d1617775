package org.tumen.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tumen.words.Texts;

/** Why a text is no JSON, in words for whoever wrote it: those of the parser are for whoever programs with it. */
public final class JsonWords {
    private static final String VALUE =
            "a text in double quotes, a number, true, false, null, an object or a list is expected";

    /** Patterns of the parser's words, the first that is found counts, and what is said in their place. */
    private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

    static {
        say("end-of-input", "it ends before it is complete");
        say("^Trailing token", "something follows its end");
        say("^Duplicate field '(.*)'$", "the key $1 stands twice; it may stand once");
        say("^Unexpected close marker '(.)': expected '(.)' \\(for root", "$1 closes nothing");
        say("^Unexpected close marker '(.)': expected '(.)'", "$1 stands where $2 is expected");
        say("character \\('(.*?)' \\(code.*start field name", "$1 stands where a key in double quotes is expected");
        say("character \\('(.*?)' \\(code.*expecting a colon", "$1 stands where a colon after a key is expected");
        say("character \\('(.*?)' \\(code.*expecting comma", "$1 stands where a comma or the end is expected");
        say("character \\('(.*?)' \\(code.*non-standard. comment", "comments, as after $1, are not allowed");
        say("character \\('(.*?)' \\(code.*hex-digit", "$1 stands where a hexadecimal digit is expected");
        say("character \\('(.*?)' \\(code.*numeric value", "$1 stands in a number where a digit is expected");
        say("character \\('(.*?)' \\(code.*(?:expected a valid|expecting)", "$1 begins no value; " + VALUE);
        say("^(?:Unrecognized|Non-standard) token '(.*?)'", "$1 is no value; " + VALUE);
        say("^Invalid numeric value: Leading zeroes", "a number begins with 0, which it may not");
        say(
                "CTRL-CHAR, code (\\d+)",
                "character $1 is a control character, which a text writes as an escape such as \\n");
        say("^Unrecognized character escape '(.*?)'", "\\$1 is no escape");
        say("UTF-8", "it is not UTF-8");
        say("^Document nesting depth .*allowed \\((\\d+)", "it is nested more than $1 levels deep");
        say("^Number value length .*allowed \\((\\d+)", "it has a number of more than $1 digits");
        say("^Name (?:value )?length .*allowed \\((\\d+)", "it has a key of more than $1 characters");
    }

    private JsonWords() {}

    private static void say(String pattern, String words) {
        WORDS.put(Pattern.compile(pattern, Pattern.DOTALL), words);
    }

    /** What is wrong, without where. */
    public static String told(JsonProcessingException e) {
        String theirs = String.valueOf(e.getOriginalMessage());
        for (Map.Entry<Pattern, String> words : WORDS.entrySet()) {
            var found = words.getKey().matcher(theirs);
            if (found.find()) {
                String said = words.getValue();
                for (int i = 1; i <= found.groupCount(); i++) {
                    said = said.replace("$" + i, Texts.brief(found.group(i)));
                }
                return said;
            }
        }
        return "it cannot be read";
    }
}
