package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tumen.declare.Parameter;
import org.tumen.outcome.Outcome;
import org.tumen.policy.Policies;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Ally;
import org.tumen.scenario.actor.Buyer;
import org.tumen.scenario.actor.Council;
import org.tumen.scenario.actor.Seller;
import org.tumen.scenario.actor.Warner;
import org.tumen.world.EventKind;
import org.tumen.world.Role;

/** Holds the tables of the model page against the declarations in the code. */
class ModelPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/model.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_.]+)` \\|(.*)\\|$");

    /** What names and casts a scenario, and is told in words. */
    private static final Set<String> IN_WORDS =
            Set.of("name", "description", "iso3", "label", "actors", "policy", "uncertainties");

    /** The rows of a part of the page by their first cell; the other cells trimmed. */
    private static Map<String, List<String>> rows(String from, String to) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        String page = Files.readString(PAGE);
        Matcher row = ROW.matcher(page.substring(page.indexOf(from), page.indexOf(to)));
        while (row.find()) {
            List<String> cells = Arrays.stream(row.group(2).split("\\|", -1))
                    .map(String::trim)
                    .toList();
            assertThat(rows.put(row.group(1), cells))
                    .as("second row for " + row.group(1))
                    .isNull();
        }
        return rows;
    }

    @Test
    void namesEveryParameterWithItsDefault() throws IOException {
        Map<String, String> declared = new TreeMap<>();
        collect("", Scenario.class, declared);
        collect("actors.north_korea.", Seller.class, declared);
        collect("actors.north_korea.policy.", policy(Role.SELLER, "quantal"), declared);
        collect("actors.russia.", Buyer.class, declared);
        collect("actors.russia.policy.", policy(Role.BUYER, "quantal"), declared);
        collect("actors.japan.", Warner.class, declared);
        collect("actors.japan.policy.", policy(Role.WARNER, "quantal"), declared);
        collect("actors.allies.", Ally.class, declared);
        collect("actors.allies.policy.", policy(Role.ALLY, "rates"), declared);
        collect("actors.security_council.", Council.class, declared);
        collect("actors.security_council.policy.", policy(Role.COUNCIL, "penholder"), declared);
        assertThat(declared).hasSizeGreaterThan(150);

        Map<String, String> told = new TreeMap<>();
        rows("# The model", "\n# Events").forEach((key, cells) -> {
            if (key.contains(".") || declared.containsKey(key)) {
                told.put(key, sorted(cells.get(0)));
            }
        });
        assertThat(told).isEqualTo(declared);
    }

    /** A map's entries in alphabetical order, since their order means nothing; other values as they are. */
    private static String sorted(String value) {
        if (!value.startsWith("{")) {
            return value;
        }
        String[] entries = value.substring(1, value.length() - 1).split(", ");
        Arrays.sort(entries);
        return "{" + String.join(", ", entries) + "}";
    }

    private static Class<? extends Record> policy(Role role, String type) {
        return Policies.provider(role, type).orElseThrow().parameters();
    }

    private static void collect(String prefix, Class<?> type, Map<String, String> declared) {
        for (RecordComponent component : type.getRecordComponents()) {
            Parameter declaration = component.getAnnotation(Parameter.class);
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            if (declaration == null || IN_WORDS.contains(name)) {
                continue;
            }
            if (component.getType().isRecord() && declaration.value().isEmpty()) {
                collect(prefix + name + ".", component.getType(), declared);
            } else {
                declared.put(prefix + name, sorted(declaration.value()));
            }
        }
    }

    @Test
    void listsEveryEventWithItsCodeAndWeight() throws IOException {
        Map<String, List<String>> rows = rows("\n# Events", "\n# Outcomes");
        for (EventKind kind : EventKind.values()) {
            assertThat(rows.get(kind.key()))
                    .as(kind.key())
                    .endsWith(kind.cameo(), kind.description(), Double.toString(kind.goldstein()));
        }
    }

    @Test
    void listsEveryOutcomeAsDeclared() throws IOException {
        Map<String, List<String>> rows = rows("\n# Outcomes", "\n# Limits");
        for (Outcome outcome : Outcome.all()) {
            assertThat(rows.get(outcome.key()))
                    .as(outcome.key())
                    .startsWith(
                            outcome.kind().name().toLowerCase(Locale.ROOT),
                            outcome.direction().name().toLowerCase(Locale.ROOT),
                            outcome.unit());
        }
    }
}
