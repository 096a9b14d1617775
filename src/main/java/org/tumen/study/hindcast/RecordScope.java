package org.tumen.study.hindcast;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.ballot.Alignment;
import org.tumen.scenario.Scenario;
import org.tumen.study.hindcast.HindcastSection.Part;
import org.tumen.words.Numbers;
import org.tumen.world.history.History;

/**
 * What a scenario can be held against. The record is that of one case: the Council's votes on North Korea since 2006, North
 * Korea's launches, and its trade with Russia from September 2023. A scenario of other parties, or of another time, is no
 * forecast of it.
 */
record RecordScope(Scenario scenario) {
    /** From when volumes and steps are counted. */
    private static final LocalDate COUNTED_FROM = LocalDate.of(2023, 9, 1);

    /** A start that is as near as this counts volumes and steps from about the same day. */
    private static final int NEAR_DAYS = 31;

    private Periods periods() {
        return new Periods(scenario.start(), scenario.weeks());
    }

    /**
     * The parts of the record that a scenario cannot be held against.
     *
     * @return for each of them what stands in the way and what is allowed, in the order of {@link HindcastSection.Part}
     */
    static Map<Part, String> refusals(Scenario scenario) {
        RecordScope scope = new RecordScope(scenario);
        Map<Part, Function<RecordScope, @Nullable String>> checks = new LinkedHashMap<>();
        checks.put(Part.VOTES, RecordScope::votes);
        checks.put(Part.LAUNCHES, RecordScope::launches);
        checks.put(Part.SHIPMENTS, RecordScope::shipments);
        checks.put(Part.SEQUENCE, RecordScope::sequence);
        checks.put(Part.CRISES, RecordScope::crises);
        Map<Part, String> refused = new EnumMap<>(Part.class);
        checks.forEach((part, check) -> {
            String reason = check.apply(scope);
            if (reason != null) {
                refused.put(part, reason);
            }
        });
        return refused;
    }

    private @Nullable String votes() {
        String parties = parties(
                "the recorded votes are on drafts against North Korea, with Russia as the buyer from September 2023");
        if (parties != null) {
            return parties;
        }
        Alignment own = scenario.council().alignment();
        return own.equals(Alignment.DEFAULT)
                ? null
                : "the votes are forecast for a Council in which rivalry turns Russia fully and China partly; this scenario has"
                        + " aligned: " + own.full() + ", partly_aligned: " + own.partial()
                        + ". Allowed: aligned: [RUS], partly_aligned: [CHN]";
    }

    private @Nullable String launches() {
        String parties = parties("the recorded launches are North Korea's");
        return parties != null ? parties : HindcastLaunches.refusal(periods());
    }

    private @Nullable String crises() {
        return parties("the recorded crises are over North Korea");
    }

    private @Nullable String shipments() {
        String what = scenario.deal().cargo().what();
        if (!what.equals("containers")) {
            return "the published estimates count containers; this scenario ships " + what
                    + ". Allowed: deal.cargo.what: containers";
        }
        String trade = trade("the published estimates of containers are of shipments from North Korea to Russia");
        boolean any = History.containers().stream().anyMatch(estimate -> within(estimate.date()));
        return trade != null || any
                ? trade
                : "no published estimate lies in its " + Numbers.counted(scenario.weeks(), "week")
                        + "; the first is of " + History.containers().get(0).date();
    }

    private @Nullable String sequence() {
        String trade = trade("the recorded steps are those of North Korea's trade with Russia");
        boolean any = History.sequence().stream().anyMatch(event -> within(event.date()));
        return trade != null || any
                ? trade
                : "none of the recorded steps lies in its " + Numbers.counted(scenario.weeks(), "week");
    }

    private boolean within(LocalDate day) {
        int week = periods().week(day);
        return week >= 0 && week < periods().weeks();
    }

    private @Nullable String trade(String record) {
        String parties = parties(record);
        if (parties != null) {
            return parties;
        }
        long apart = Math.abs(scenario.start().toEpochDay() - COUNTED_FROM.toEpochDay());
        return apart <= NEAR_DAYS
                ? null
                : record + ", counted from " + COUNTED_FROM + "; this scenario starts on " + scenario.start()
                        + ". Allowed: a start from " + COUNTED_FROM.minusDays(NEAR_DAYS) + " to "
                        + COUNTED_FROM.plusDays(NEAR_DAYS);
    }

    private @Nullable String parties(String record) {
        String seller = scenario.seller().iso3();
        String buyer = scenario.buyer().iso3();
        return seller.equals("PRK") && buyer.equals("RUS")
                ? null
                : record + "; in this scenario " + seller + " sells to " + buyer + ". Allowed: seller PRK, buyer RUS";
    }
}
