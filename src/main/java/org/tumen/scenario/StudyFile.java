package org.tumen.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.document.Node;

/** A study as its file states it; {@link StudyReader} makes a {@link Study} of it. */
record StudyFile(
        @Parameter(
                meaning = "Short name, used for the result folder",
                pattern = "[a-z0-9][a-z0-9-]{0,63}",
                allowed = "up to 64 lower-case letters, digits and hyphens")
        @Nullable
        String name,

        @Parameter(
                meaning = "The question that the study asks",
                value = "\"\"",
                pattern = "[\\s\\S]{0,2000}",
                allowed = "at most 2,000 characters")
        String description,

        @Parameter(meaning = "The scenario file, relative to the study, of a study of one world") @Nullable
        String scenario,

        @Parameter(
                meaning = "Several worlds in place of one scenario, by name",
                value = "{}",
                pattern = Study.NAME,
                allowed = Study.NAME_WORDS)
        Map<String, Variant> worlds,

        @Parameter(
                meaning = "The arms by name: overrides of the scenario, or another scenario file",
                value = "{}",
                pattern = Study.NAME,
                allowed = Study.NAME_WORDS)
        Map<String, Variant> arms,

        @Parameter(meaning = "The arm against which the others are held; the first unless named") @Nullable
        String baseline,

        @Parameter(
                meaning = "Outcomes of interest, the main one first: names, or mappings with a direction",
                value = "[]")
        List<Node> outcomes,

        @Parameter(meaning = "What a decision-maker can set, by path: a range, values or a distribution", value = "{}")
        Map<String, Node> levers,

        @Parameter(meaning = "What nobody can set or knows, by path: a distribution", value = "{}")
        Map<String, Node> uncertainties,

        @Parameter(meaning = "Runs of each arm", min = 1, max = 100000000, unit = "runs") @Nullable
        Integer runs,

        @Parameter(meaning = "Seed of the draws, any 64-bit integer") @Nullable
        Long seed,

        @Parameter(meaning = "When to stop adding runs") Stopping stopping) {

    /** Keeps the order of what is named. */
    StudyFile {
        worlds = new LinkedHashMap<>(worlds);
        arms = new LinkedHashMap<>(arms);
        levers = new LinkedHashMap<>(levers);
        uncertainties = new LinkedHashMap<>(uncertainties);
        outcomes = List.copyOf(outcomes);
    }

    /** A world or an arm: a scenario file, overrides, or both. */
    record Variant(
            @Parameter(meaning = "A scenario file in place of the study's, relative to the study") @Nullable
            String scenario,

            @Parameter(meaning = "Overrides by path", value = "{}")
            Map<String, Node> set) {
        /** Keeps the order of the overrides. */
        Variant {
            set = new LinkedHashMap<>(set);
        }
    }

    /** An outcome of interest as a mapping. */
    record Interest(
            @Parameter(meaning = "The outcome") String outcome,

            @Parameter(meaning = "Which way it is better") @Nullable
            Better direction,

            @Parameter(
                    meaning = "The smallest difference of means that matters",
                    value = "0",
                    min = 0,
                    unit = "the outcome's")
            double smallestDifference) {
        /** @throws IllegalArgumentException when the smallest difference is out of its range */
        Interest {
            Parameters.require(Interest.class, outcome, "", smallestDifference);
        }
    }

    /** Which way an outcome is better. */
    enum Better {
        /** More is better. */
        MORE,
        /** Less is better. */
        LESS
    }

    /** Rules that end a comparison early. */
    record Stopping(
            @Parameter(meaning = "Add runs until every interval is at most so wide to each side", min = 0) @Nullable
            Double untilHalfwidth,

            @Parameter(meaning = "Add runs until the sign of every difference is settled", value = "false")
            boolean untilDecided,

            @Parameter(meaning = "Most runs of an arm", value = "200000", min = 1, max = 100000000, unit = "runs")
            int maxRuns) {}
}
