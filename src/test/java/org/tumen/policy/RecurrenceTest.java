package org.tumen.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tumen.policy.script.ScriptedAct;

class RecurrenceTest {
    private static final LocalDate START = LocalDate.of(2023, 9, 1);

    private static List<Integer> weeks(Recurrence day, LocalDate start, int weeks) {
        List<Integer> due = new ArrayList<>();
        day.weeks(start, weeks, due::add);
        return due;
    }

    @Test
    void theVotesOfTheReferenceFallInTheirWeeks() {
        assertThat(weeks(new Recurrence(null, MonthDay.of(3, 24)), START, 156)).containsExactly(29, 81, 133);
        assertThat(weeks(new Recurrence(LocalDate.of(2024, 3, 28), null), START, 156))
                .containsExactly(29);
        assertThat(weeks(new Recurrence(LocalDate.of(2023, 8, 31), null), START, 156))
                .isEmpty();
        assertThat(weeks(new Recurrence(null, MonthDay.of(3, 24)), START, 29)).isEmpty();
    }

    /** The week of a day is the one that contains it, whatever the start. */
    @Property
    void containsItsDay(@ForAll @IntRange(max = 1000) int shift, @ForAll @IntRange(min = 1, max = 28) int day) {
        LocalDate start = START.plusDays(shift);
        MonthDay every = MonthDay.of(2, day);
        List<Integer> due = weeks(new Recurrence(null, every), start, 300);
        assertThat(due).hasSizeBetween(5, 6);
        for (int week : due) {
            LocalDate first = start.plusWeeks(week);
            LocalDate found = every.atYear(first.plusDays(6).getYear());
            assertThat(found).isBetween(first, first.plusDays(6));
        }
    }

    @Test
    void aSeasonMayRunOverTheNewYear() {
        Season winter = new Season(MonthDay.of(12, 20), MonthDay.of(1, 10));
        assertThat(winter.contains(LocalDate.of(2024, 12, 31))).isTrue();
        assertThat(winter.contains(LocalDate.of(2025, 1, 10))).isTrue();
        assertThat(winter.contains(LocalDate.of(2025, 1, 11))).isFalse();
        assertThat(winter.contains(LocalDate.of(2025, 7, 1))).isFalse();
    }

    @Test
    void oneWayOfGivingTheTimeAndOneOnly() {
        assertThatThrownBy(() -> new Recurrence(null, null)).hasMessageContaining("exactly one");
        assertThatThrownBy(() -> new ScriptedAct(START, null, 3, org.tumen.world.Action.WARN))
                .hasMessageContaining("exactly one");
    }
}
