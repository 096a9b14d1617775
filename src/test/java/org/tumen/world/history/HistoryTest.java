package org.tumen.world.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tumen.world.Member;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

class HistoryTest {
    private static CouncilVote vote(String symbol) {
        return History.votes().stream()
                .filter(v -> v.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twentySixVotesOfWhichTwoWereVetoed() {
        Map<VoteResult, Long> results =
                History.votes().stream().collect(Collectors.groupingBy(CouncilVote::result, Collectors.counting()));
        assertThat(results).isEqualTo(Map.of(VoteResult.ADOPTED, 24L, VoteResult.VETOED, 2L));
        assertThat(History.votes())
                .filteredOn(v -> v.kind() == CouncilVote.Kind.RENEWAL)
                .hasSize(14);
    }

    @Test
    void positionsAddUpToTheTalliesOfTheSources() {
        for (CouncilVote vote : History.votes()) {
            Map<Vote, Long> counts =
                    vote.roster().members().stream().collect(Collectors.groupingBy(vote::of, Collectors.counting()));
            assertThat(Arrays.stream(Vote.values())
                            .map(cast -> counts.getOrDefault(cast, 0L))
                            .toList())
                    .as(vote.symbol())
                    .isEqualTo(Arrays.stream(Vote.values())
                            .map(cast -> switch (cast) {
                                case YES -> (long) vote.tally().yes();
                                case NO -> (long) vote.tally().no();
                                case ABSTAIN -> (long) vote.tally().abstain();
                            })
                            .toList());
        }
        int yes = History.votes().stream().mapToInt(v -> v.tally().yes()).sum();
        assertThat(yes).isEqualTo(24 * 15 + 2 * 13);
    }

    @Test
    void theTwoVetoesAreThoseOfTheUnitedNationsPressReleases() {
        CouncilVote first = vote("S/2022/431");
        assertThat(first.date()).isEqualTo(LocalDate.of(2022, 5, 26));
        assertThat(first.noes()).isEqualTo(Set.of("CHN", "RUS"));
        CouncilVote second = vote("S/2024/255");
        assertThat(second.date()).isEqualTo(LocalDate.of(2024, 3, 28));
        assertThat(second.noes()).isEqualTo(Set.of("RUS"));
        assertThat(second.of(new Member("CHN", 0, true))).isEqualTo(Vote.ABSTAIN);
        assertThat(second.of(new Member("JPN", 0, false))).isEqualTo(Vote.YES);
    }

    @Test
    void votesStandInOrderAndFollowTheirTriggers() {
        assertThat(History.votes()).extracting(CouncilVote::date).isSorted();
        for (CouncilVote vote : History.votes()) {
            LocalDate trigger = vote.triggered();
            assertThat(trigger == null).isEqualTo(vote.kind() == CouncilVote.Kind.RENEWAL);
            if (trigger != null) {
                assertThat(ChronoUnit.DAYS.between(trigger, vote.date())).isBetween(1L, 90L);
            }
        }
    }

    @Test
    void twelveOfFourteenTriggersWereAnsweredAndThenNone() {
        LocalDate last = LocalDate.of(2022, 3, 24);
        assertThat(History.triggers())
                .hasSize(22)
                .extracting(CouncilTrigger::date)
                .isSorted();
        assertThat(History.triggers())
                .filteredOn(t -> !t.date().isAfter(last))
                .hasSize(14)
                .filteredOn(CouncilTrigger::tabled)
                .hasSize(12);
        assertThat(History.triggers()).filteredOn(t -> t.date().isAfter(last)).noneMatch(CouncilTrigger::tabled);
        // The votes name the same triggers.
        Map<String, LocalDate> answered = History.triggers().stream()
                .filter(CouncilTrigger::tabled)
                .collect(Collectors.toMap(CouncilTrigger::draft, CouncilTrigger::date));
        Map<String, LocalDate> named = History.votes().stream()
                .filter(v -> v.triggered() != null)
                .collect(Collectors.toMap(CouncilVote::symbol, v -> Objects.requireNonNull(v.triggered())));
        assertThat(answered).isEqualTo(named);
    }

    @Test
    void doubtIsMarked() {
        assertThat(vote("S/RES/2680(2023)").provenance().doubtful()).isTrue();
        assertThat(vote("S/RES/1718(2006)").provenance().doubtful()).isFalse();
        assertThat(History.launches())
                .filteredOn(l -> l.provenance().doubtful())
                .singleElement()
                .extracting(Launch::kind)
                .isEqualTo(Launch.Kind.OTHER);
        assertThat(History.sequence())
                .filteredOn(e -> e.provenance().doubtful())
                .hasSize(4);
    }

    @Test
    void launchEventsAgreeWithTheYearlyTotalsOfTheDatabase() {
        Map<Integer, Integer> years = History.launchesByMonth().entrySet().stream()
                .collect(Collectors.groupingBy(e -> e.getKey().getYear(), Collectors.summingInt(Map.Entry::getValue)));
        int[] stated = {2, 3, 3, 7, 0, 0, 3, 4, 16, 10, 19, 16, 0, 10, 5, 7, 37, 24, 17, 12};
        for (int i = 0; i < stated.length; i++) {
            assertThat(years.get(2006 + i)).as("year %d", 2006 + i).isEqualTo(stated[i]);
        }
        assertThat(History.launchesByMonth()).hasSize(240);
    }

    @Test
    void sixNuclearTestsAreOnRecord() {
        assertThat(History.launches())
                .filteredOn(l -> l.kind() == Launch.Kind.NUCLEAR_TEST)
                .extracting(l -> l.date().toString())
                .containsExactly("2006-10-09", "2009-05-25", "2013-02-12", "2016-01-06", "2016-09-09", "2017-09-03");
    }

    @Test
    void estimatesOfContainersDisagreeAndAllAreKept() {
        assertThat(History.containers()).hasSize(9);
        TradeEstimate american = History.containers().get(2);
        TradeEstimate korean = History.containers().get(3);
        assertThat(american.low()).isGreaterThan(korean.high());
        assertThat(american.high()).isInfinite();
        assertThat(ChronoUnit.DAYS.between(american.date(), korean.date())).isEqualTo(4);
    }

    @Test
    void theSequenceHoldsDealWarningAndSanctions() {
        assertThat(History.sequence()).extracting(DatedEvent::date).isSorted();
        assertThat(History.sequence())
                .anyMatch(e -> e.kind().equals("deal") && e.date().equals(LocalDate.of(2023, 9, 13)))
                .anyMatch(e -> e.kind().equals("warning")
                        && e.actors().contains("JPN")
                        && e.date().equals(LocalDate.of(2023, 9, 12)))
                .anyMatch(e -> e.kind().equals("sanctions")
                        && e.actors().contains("JPN")
                        && e.date().equals(LocalDate.of(2024, 5, 24)))
                .anyMatch(e -> e.kind().equals("coalition") && e.date().equals(LocalDate.of(2024, 10, 16)));
    }

    @Test
    void aTallyThatContradictsTheNamesIsRefused() {
        CouncilVote v = vote("S/2022/431");
        assertThatThrownBy(() -> new CouncilVote(
                        v.symbol(),
                        v.date(),
                        v.kind(),
                        v.strength(),
                        v.suspicion(),
                        new CouncilVote.Tally(14, 1, 0),
                        v.noes(),
                        v.abstentions(),
                        v.roster(),
                        v.triggered(),
                        v.provenance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tally");
    }
}
