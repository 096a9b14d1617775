package org.tumen.study.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.study.points.DesignOutcomes;
import org.tumen.study.points.PointQuantity;

/** Conditions of discoveries, on two arms at three points of two runs each. */
class OutcomeConditionTest {
    private static final List<String> ARMS = List.of("late", "early");

    private static final List<DesignOutcomes> FOUND = List.of(
            outcomes(new double[][] {{50, 52}, {40, 44}, {48, 48}}, new double[][] {{1, 1}, {2, 2}, {3, 3}}),
            outcomes(new double[][] {{52, 52}, {45, 37}, {48, 48}}, new double[][] {{1, 3}, {2, 0}, {3, 3}}));

    private static DesignOutcomes outcomes(double[][] stability, double[][] delivered) {
        Map<Outcome, double[][]> columns = new EnumMap<>(Outcome.class);
        columns.put(Outcome.MEAN_STABILITY, stability);
        columns.put(Outcome.DELIVERED, delivered);
        return new DesignOutcomes(columns, 0, Collections.nCopies(3, Clusters.single(2)));
    }

    private static boolean[] holds(String condition) {
        return OutcomeCondition.parse(condition, ARMS, Outcome::direction).holds(FOUND);
    }

    @Test
    void comparesArmsAtEachPoint() {
        assertThat(holds("early.mean_stability > late.mean_stability")).containsExactly(true, false, false);
        assertThat(holds("early.mean_stability >= late.mean_stability")).containsExactly(true, false, true);
        assertThat(holds("early.mean_stability - late.mean_stability < -0.5")).containsExactly(false, true, false);
    }

    @Test
    void regretIsWhatTheBestArmAtThePointIsBetterBy() {
        // Means of stability: late 51, 42, 48; early 52, 41, 48. Fewer deliveries are better: late 1, 2, 3; early 2, 1,
        // 3.
        assertThat(holds("regret(late.mean_stability) >= 1")).containsExactly(true, false, false);
        assertThat(holds("regret(early.mean_stability) >= 1")).containsExactly(false, true, false);
        assertThat(holds("regret(early.delivered) >= 1")).containsExactly(true, false, false);
        double[] regret = PointQuantity.parse("regret(early.mean_stability)", ARMS, Outcome::direction)
                .values(FOUND)
                .means();
        assertThat(regret).containsExactly(0, 1, 0);
        // Which way it is better the study says.
        double[] turned = PointQuantity.parse("regret(early.mean_stability)", ARMS, outcome -> Direction.LESS)
                .values(FOUND)
                .means();
        assertThat(turned).containsExactly(1, 0, 0);
    }

    @Test
    void runsLeaveOpenWhatLiesWithinTheirInterval() {
        // Differences by runs: 2 and 0, 5 and -7, 0 and 0; with two runs intervals reach 12.7 standard errors.
        assertThat(open("early.mean_stability > late.mean_stability")).containsExactly(true, true, true);
        assertThat(open("late.mean_stability > 0")).containsExactly(false, false, false);
        assertThat(open("late.delivered >= 2")).containsExactly(false, true, false);
        assertThat(open("late.delivered >= 2 and late.delivered > 5")).containsExactly(false, false, false);
        assertThat(open("late.delivered >= 2 or late.delivered < 5")).containsExactly(false, false, false);
    }

    private static boolean[] open(String condition) {
        return OutcomeCondition.parse(condition, ARMS, Outcome::direction).open(FOUND);
    }

    @Test
    void readsInWords() {
        assertThat(OutcomeCondition.parse("early.mean_stability - late.mean_stability < -0.5", ARMS, Outcome::direction)
                        .words())
                .isEqualTo("mean stability, early \u2212 late < \u22120.5");
        assertThat(OutcomeCondition.parse(
                                "any_crisis >= 0.4 or mandate_failed > any_crisis", List.of("only"), Outcome::direction)
                        .words())
                .isEqualTo("any crisis \u2265 0.4 or mandate failed > any crisis");
    }

    @Test
    void andBindsCloserThanOr() {
        String text = "late.mean_stability > 50 or early.delivered < 2 and early.mean_stability < 45";
        assertThat(holds(text)).containsExactly(true, true, false);
        assertThat(OutcomeCondition.parse(text, ARMS, Outcome::direction)).hasToString(text);
    }

    @Test
    void ofOneArmOutcomesStandAlone() {
        OutcomeCondition one = OutcomeCondition.parse(" mean_stability>=48 ", List.of("baseline"), Outcome::direction);
        assertThat(one.holds(FOUND.subList(0, 1))).containsExactly(true, false, true);
        assertThat(one).hasToString("mean_stability >= 48");
    }

    @Test
    void saysWhatIsWrong() {
        refused("mean_stability > 3", "must name an arm before the outcome, one of late, early");
        refused("never.mean_stability > 3", "one of late, early");
        refused("early.mean_stabilty > 3", "unknown outcome mean_stabilty");
        refused("early.mean_stability > late.delivered", "compares index points with");
        refused("early.mean_stability - late.delivered > 0", "takes units of");
        refused("early.mean_stability", "joined by and or or");
        refused("early.mean_stability > 3 and", "must");
        assertThatThrownBy(() ->
                        OutcomeCondition.parse("regret(mean_stability) > 0", List.of("baseline"), Outcome::direction))
                .hasMessageContaining("regret needs two arms");
    }

    private static void refused(String condition, String reason) {
        assertThatThrownBy(() -> OutcomeCondition.parse(condition, ARMS, Outcome::direction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
