package org.tumen.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** The UN Security Council: its members, how they vote, the panel, deliberations and their effects, and its policy. */
public record Council(
        @Parameter(
                meaning = "Name in texts and pictures",
                value = "UN Security Council",
                pattern = ".{1,60}",
                allowed = "1 to 60 characters")
        String label,

        @Parameter(
                meaning = "Who sits on it: a year, calendar, or a list of fifteen members",
                value = "2023",
                basis = "real membership, see the file of council members",
                allowed = "a year from 2006 to 2025, calendar, or a list of fifteen members")
        RosterSpec roster,

        @Parameter(
                meaning = "Alignment of members with the buyer",
                value = "{CHN: 0.9, RUS: 1}",
                min = 0,
                max = 1,
                basis = "assumption",
                pattern = "[A-Z]{3}",
                allowed = "country codes of three capital letters, such as RUS")
        Map<String, Double> alignment,

        @Parameter(
                meaning = "Rivalry among the permanent members",
                value = "0.8",
                min = 0,
                max = 1,
                basis = "assumption")
        double rivalry,

        @Parameter(
                meaning =
                        "Rivalry on 1 January of years, straight in between and level beyond; empty: rivalry stands still",
                value = "{}",
                min = 0,
                max = 1,
                basis = "the record: unanimous to 2021, vetoes in 2022 and 2024",
                pattern = "(19|20)[0-9]{2}",
                allowed = "years from 1900 to 2099, such as 2022")
        Map<String, Double> rivalryByYear,

        @Parameter(
                meaning = "Credibility of the Council's own words",
                value = "0.6",
                min = 0,
                max = 1,
                basis = "assumption")
        double credibility,

        @Parameter(meaning = "How members vote") VotingParameters voting,

        @Parameter(meaning = "How strong the texts are that can be tabled")
        DraftStrengths strengths,

        @Parameter(meaning = "The expert panel's mandate") MandateParameters mandate,
        @Parameter(meaning = "When the Council deliberates") DeliberationParameters deliberation,
        @Parameter(meaning = "What its decisions do") CouncilEffects effects,

        @Parameter(meaning = "The sanctions in force at the start")
        RegimeParameters regime,

        @Parameter(meaning = "How the penholder decides") PolicySpec policy)
        implements Actor {

    /** @throws IllegalArgumentException when a value is out of its range */
    public Council {
        // Sorted, so that a resolved scenario has the same bytes whatever the order in its files.
        alignment = Collections.unmodifiableMap(new TreeMap<>(alignment));
        rivalryByYear = Collections.unmodifiableMap(new TreeMap<>(rivalryByYear));
        Parameters.require(
                Council.class,
                label,
                roster,
                alignment,
                rivalry,
                rivalryByYear,
                credibility,
                voting,
                strengths,
                mandate,
                deliberation,
                effects,
                regime,
                policy);
    }

    /** The rivalry on a day: of the path through the years where one is given, else what stands still. */
    public double rivalryOn(LocalDate day) {
        if (rivalryByYear.isEmpty()) {
            return rivalry;
        }
        double before = Double.NaN;
        LocalDate since = day;
        for (Map.Entry<String, Double> knot : rivalryByYear.entrySet()) {
            LocalDate date = LocalDate.of(Integer.parseInt(knot.getKey()), 1, 1);
            double value = knot.getValue();
            if (day.isBefore(date)) {
                if (Double.isNaN(before)) {
                    return value;
                }
                double share = (double) ChronoUnit.DAYS.between(since, day) / ChronoUnit.DAYS.between(since, date);
                return before + share * (value - before);
            }
            before = value;
            since = date;
        }
        return before;
    }
}
