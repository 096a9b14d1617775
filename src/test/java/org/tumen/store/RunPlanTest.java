package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.store.file.FileSum;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.Receipts;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.Shard;

/** Which runs are wanted of an arm, and which of them are missing. */
class RunPlanTest {
    private static PartReceipt part(long from, long to) {
        return new PartReceipt(
                "f", "arm", from, to, to - from, "", new FileSum(1, "0"), null, null, null, List.of(), null);
    }

    @Test
    void armsMayHaveRunsOfTheirOwn() {
        RunPlan apart = new RunPlan(10, 5, 100);
        assertThat(apart.from(2)).isEqualTo(210);
        assertThat(apart.to(2)).isEqualTo(215);
        assertThat(Totals.gaps(List.of(), apart, 2, 3)).containsExactly(new RunRange(210, 215));
        // What lies beyond is another arm's plan, and leaves no gap.
        assertThat(Totals.gaps(List.of(part(10, 12), part(50, 60)), apart, 0, 3))
                .containsExactly(new RunRange(12, 15));
        // Of the same runs for all, what is stored beyond the plan was planned once.
        assertThat(Totals.gaps(List.of(part(0, 5), part(12, 20)), RunPlan.each(10), 1, 3))
                .containsExactly(new RunRange(5, 12));
    }

    @Test
    void aPlanOfTheSameRunsKeepsTheMore() {
        assertThat(RunPlan.each(5).after(RunPlan.each(10))).isEqualTo(RunPlan.each(10));
        assertThat(RunPlan.each(12).after(RunPlan.each(10))).isEqualTo(RunPlan.each(12));
        assertThat(new RunPlan(0, 5, 100).after(RunPlan.each(10))).isEqualTo(new RunPlan(0, 5, 100));
        assertThat(RunPlan.UNKNOWN.after(RunPlan.each(10))).isEqualTo(RunPlan.each(10));
    }

    /** Thirty runs, ten of each arm, laid end to end: the second of four shares has 7 to 14. */
    @Test
    void sharesGoOnFromArmToArm() {
        Shard second = new Shard(2, 4);
        assertThat(second.from(30)).isEqualTo(7);
        assertThat(second.to(30)).isEqualTo(15);
        RunPlan plan = new RunPlan(100, 10, 1_000).only(second);
        assertThat(plan.wanted(0, 3)).hasValue(new RunRange(107, 110));
        assertThat(plan.wanted(1, 3)).hasValue(new RunRange(1_100, 1_105));
        assertThat(plan.wanted(2, 3)).isEmpty();
        assertThat(Totals.gaps(List.of(part(1_100, 1_102)), plan, 1, 3)).containsExactly(new RunRange(1_102, 1_105));
        assertThat(Totals.gaps(List.of(), plan, 2, 3)).isEmpty();
    }

    @Test
    void whatLiesBeyondLeavesNoGap() {
        List<RunRange> stored = List.of(new RunRange(50, 60), new RunRange(0, 5), new RunRange(1, 3));
        assertThat(RunRange.gaps(stored, 0, 10)).containsExactly(new RunRange(5, 10));
        assertThat(RunRange.gaps(stored, 0, 5)).isEmpty();
    }

    @Test
    void aPartOverlapsMoreThanItsNeighbour() {
        assertThat(new Receipts(List.of(part(0, 30), part(5, 8), part(10, 20), part(30, 40)), List.of()).overlaps())
                .hasSize(2)
                .allMatch(told -> told.startsWith("part-arm-000000000000-000000000030 and "));
    }
}
