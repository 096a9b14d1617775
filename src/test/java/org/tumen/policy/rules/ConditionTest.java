package org.tumen.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.policy.AllyView;
import org.tumen.policy.BuyerView;
import org.tumen.policy.CouncilView;
import org.tumen.policy.SellerView;
import org.tumen.policy.View;
import org.tumen.policy.WarnerView;
import org.tumen.world.Action;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;
import org.tumen.world.Role;
import org.tumen.world.Stage;

class ConditionTest {
    /** A view that answers by name; what is not given is zero, false or the first word. */
    @SuppressWarnings("unchecked")
    private static <V extends View> V view(Class<V> type, Map<String, Object> values) {
        PublicRecord record = (PublicRecord) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {PublicRecord.class},
                (self, method, given) -> answer(method, values));
        return (V) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) -> method.getName().equals("record") ? record : answer(method, values));
    }

    private static Object answer(Method method, Map<String, Object> values) {
        Object given = values.get(method.getName());
        if (given != null) {
            return given;
        }
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : type == double.class ? (Object) 0.0 : type.getEnumConstants()[0];
    }

    private static boolean holds(String condition, Map<String, Object> values) {
        return new Condition(Role.WARNER, condition).holds(view(WarnerView.class, values), Question.STATEMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "belief > 0.6 and weeks_since_warning > 8 ; true",
                "belief > 0.6 && weeks_since_warning > 9 ; false",
                "belief > 0.8 or signal ; true",
                "belief > 0.8 || not signal ; false",
                "!(belief < 0.7) ; true",
                "belief == 0.7 ; true",
                "belief != 0.7 ; false",
                "weeks_since_warning / 2 == 4.5 ; true",
                "weeks_since_warning % 4 == 1 ; true",
                "-belief + 1 > 0.2 ; true",
                "2 * (belief - 0.2) - 0.5 >= 0.4 ; true",
                "1 - 2 - 3 == -4 ; true",
                "2 + 3 * 4 == 14 ; true",
                "5 / 2 == 2.5 ; true",
                "1 / heat > 1000 ; true",
                "last_action == 'warn' ; true",
                "last_action != \"refer\" ; true",
                "question == 'statement' ; true",
                "signal == true ; true",
                "(signal ? belief : 0) > 0.5 ; true",
                "signal ? false : true ; false",
                "true ; true"
            })
    void holdsAsWritten(String condition, boolean expected) {
        Map<String, Object> values =
                Map.of("belief", 0.7, "weeksSinceWarning", 9, "signal", true, "lastAction", Action.WARN, "week", 3);
        assertThat(holds(condition, values)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "belef > 0.5 | column 1 | did you mean belief?",
                "belief > 0.5 and hardship > 0.2 | column 18 | there is no \"hardship\" in what a warner sees",
                "belief | column 1 | a condition must be true or false, and this is a number",
                "last_action | column 1 | and this is a word",
                "belief > signal | column 10 | a number must stand here, not true or false",
                "signal + 1 > 0 | column 1 | a number must stand here",
                "belief and signal | column 1 | true or false must stand here, not number",
                "belief > .5 | column 10 | write 0.5",
                "belief = 0.5 | column 8 | write == to compare",
                "0.2 < belief <= 0.5 | column 14 | write 0.2 < belief and belief <= 0.5",
                "belief >  | column 8 | cannot be read",
                "last_action == 'wran' | column 16 | did you mean warn?",
                "last_action == 3 | column 16 | cannot compare",
                "signal ? 1 : true | column 14 | both sides",
                "belief =~ 'x' | column | allowed: numbers",
                "belief in [1, 2] | column | allowed: numbers",
                "belief & 1 == 1 | column | allowed: numbers",
                "1e400 > belief | column | too large"
            })
    void tellsWhatIsWrongWhere(String condition, String column, String message) {
        assertThatThrownBy(() -> new Condition(Role.WARNER, condition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(column)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (x : [1, 2]) { x }",
                "''.class.forName('java.lang.Runtime') != null",
                "new('java.io.File', 'x') == 1",
                "belief.toString() == '0.7'",
                "size('abc') > 1",
                "empty(belief)",
                "x = () -> { x() }; x()",
                "var x = 1; x > 0",
                "belief > 0.5; true",
                "`${belief}` == 'x'",
                "#pragma jexl.x 1\ntrue",
                "@synchronized(1) true",
                "[1, 2, 3]",
                "{'a': 1}",
                "1..1000000000",
                "return true",
                "belief += 1",
                "week++ > 1",
                "null",
                "\u0000",
                "belief > 0.5 \u202e and true",
                ""
            })
    void refusesWhatIsNoCondition(String hostile) {
        assertThatThrownBy(() -> new Condition(Role.WARNER, hostile)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTheLongAndTheDeepAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThatThrownBy(() -> new Condition(Role.WARNER, "true or ".repeat(1000) + "true"))
                    .hasMessageContaining("at most 500 characters");
            assertThatThrownBy(() -> new Condition(Role.WARNER, "(".repeat(200) + "true" + ")".repeat(200)))
                    .hasMessageContaining("nested at most 12");
            assertThat(new Condition(Role.WARNER, "(".repeat(12) + "true" + ")".repeat(12)).toString())
                    .startsWith("((");
            assertThat(new Condition(Role.WARNER, "not ".repeat(120) + "true").toString())
                    .endsWith("true");
            assertThat(new Condition(Role.WARNER, "true ? true : ".repeat(30) + "true").toString())
                    .endsWith("true");
        });
    }

    /** Text made of the pieces of conditions and of JEXL's other constructs either is a condition or is refused. */
    @Property(tries = 400)
    void isReadOrRefused(@ForAll("soup") String text) {
        try {
            holds(text, Map.of());
        } catch (IllegalArgumentException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "belief",
                        "heat",
                        "signal",
                        "last_action",
                        "0.5",
                        "8",
                        "'warn'",
                        ">",
                        "<=",
                        "==",
                        "and",
                        "or",
                        "not",
                        "(",
                        ")",
                        "?",
                        ":",
                        "+",
                        "-",
                        "*",
                        "/",
                        "%",
                        "=",
                        ".",
                        "[",
                        "]",
                        "{",
                        "}",
                        ";",
                        "->",
                        "new",
                        "function",
                        "while",
                        "null",
                        "\\",
                        "\"",
                        "'",
                        "`",
                        "$",
                        "#",
                        "@",
                        "..",
                        "=~",
                        "!",
                        "~")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join(" ", parts));
    }

    @Property(tries = 200)
    void comparesLikeJava(
            @ForAll @DoubleRange(min = 0, max = 1) double belief, @ForAll @DoubleRange(min = 0, max = 1) double heat) {
        Map<String, Object> values = Map.of("belief", belief, "heat", heat);
        assertThat(holds("belief * 2 - heat > 0.5 or heat >= belief", values))
                .isEqualTo(belief * 2 - heat > 0.5 || heat >= belief);
    }

    /** Every value of a view without arguments has its name, so that nothing an actor sees is out of reach of rules. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void namesAllThatARoleSees(Role role) {
        Class<? extends View> view =
                switch (role) {
                    case SELLER -> SellerView.class;
                    case BUYER -> BuyerView.class;
                    case WARNER -> WarnerView.class;
                    case ALLY -> AllyView.class;
                    case COUNCIL -> CouncilView.class;
                };
        Set<String> seen = Stream.of(view, PublicRecord.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(m -> m.getParameterCount() == 0 && !m.getName().equals("record"))
                .map(m -> m.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        seen.add("question");
        seen.remove("week");
        seen.add("weeks_since_start");
        if (role == Role.COUNCIL) {
            seen.addAll(Set.of("adoption_mild", "adoption_firm", "adoption_strong", "unopposed_statement"));
        }
        assertThat(Vocabulary.names(role)).containsExactlyElementsOf(seen);
    }

    @Test
    void comparesDates() {
        Map<String, Object> values = Map.of("date", java.time.LocalDate.of(2024, 3, 22), "week", 29);
        assertThat(holds("date >= '2024-03-22' and date < '2024-03-29'", values))
                .isTrue();
        assertThat(holds("date == '2024-03-22'", values)).isTrue();
        assertThat(holds("date > '2024-03-22' or '2024-03-22' != date", values)).isFalse();
        assertThat(holds("weeks_since_start == 29", values)).isTrue();
        assertThatThrownBy(() -> new Condition(Role.WARNER, "date > '2024-13-01'"))
                .hasMessageContaining("a date must stand here");
        assertThatThrownBy(() -> new Condition(Role.WARNER, "date > 3")).hasMessageContaining("a date must stand here");
        assertThatThrownBy(() -> new Condition(Role.WARNER, "date + 1 > 3"))
                .hasMessageContaining("a number must stand");
    }

    @Test
    void readsTheStageAndTheCouncil() {
        assertThat(new Condition(Role.SELLER, "stage == 'shipping' and question == 'seller_stance'")
                        .holds(view(SellerView.class, Map.of("stage", Stage.SHIPPING)), Question.SELLER_STANCE))
                .isTrue();
        assertThat(new Condition(Role.COUNCIL, "referred and adoption_strong < 0.5")
                        .holds(view(CouncilView.class, Map.of("referred", true)), Question.DRAFT))
                .isTrue();
        assertThat(Vocabulary.kind(Role.BUYER, "stage")).isEqualTo("none, talks, agreed, shipping");
    }
}
