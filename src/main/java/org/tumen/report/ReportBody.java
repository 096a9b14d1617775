package org.tumen.report;

import java.util.List;
import java.util.Map;
import org.tumen.analysis.BatchData;
import org.tumen.store.ResultReader;
import org.tumen.summary.VarianceShares;
import org.tumen.words.Numbers;

/** What stands between the head and the scripts of a report. */
final class ReportBody {
    /** What the table of contents calls sections with long titles. */
    private static final Map<String, String> SHORT = Map.of("reproduce", "Reproduce", "limits", "Limits");

    private final ResultReader reader;
    private final List<BatchData> arms;
    private final List<ParameterNote> notes;
    private final PageContents contents = new PageContents();

    ReportBody(ResultReader reader, List<BatchData> arms, List<ParameterNote> notes) {
        this.reader = reader;
        this.arms = arms;
        this.notes = notes;
    }

    /** The name of the result, the question it asks, and how much was simulated. */
    String header() {
        BatchData first = arms.get(0);
        Html html = new Html();
        html.element("p", arms.size() > 1 ? "Tumen comparison" : "Tumen batch", "class", "kicker");
        html.element("h1", reader.identity().name());
        if (arms.size() == 1 && !first.description().isBlank()) {
            html.element("p", first.description().strip(), "class", "question");
        }
        String arm = arms.size() > 1 ? arms.size() + " arms on common random numbers: " + names() + ". " : "";
        html.element(
                "p",
                arm + runs() + " of " + first.weeks() + " weeks from " + Numbers.day(first.start()) + ", seed "
                        + first.seed() + ", model version " + first.modelVersion() + ".",
                "class",
                "facts");
        return html.toString();
    }

    private String names() {
        return String.join(", ", arms.stream().map(BatchData::name).toList());
    }

    private String runs() {
        long least = arms.stream().mapToLong(BatchData::runs).min().orElse(0);
        long most = arms.stream().mapToLong(BatchData::runs).max().orElse(0);
        String each = arms.size() > 1 ? " runs each" : most == 1 ? " run" : " runs";
        return least == most ? Numbers.count(most) + each : Numbers.count(least) + " to " + Numbers.count(most) + each;
    }

    /** The table of contents and the sections. */
    String contents() {
        Html sections = new Html();
        if (arms.size() == 1) {
            ArmSections only = new ArmSections(arms.get(0), 0, true);
            only.sections().forEach(section -> contents.link(section.id(), section.title()));
            sections.add(only.html());
        } else {
            several(sections);
        }
        for (int i = 0; i < arms.size(); i++) {
            BatchData arm = arms.get(i);
            String suffix = arms.size() == 1 ? "" : ": " + arm.name();
            String id = arms.size() == 1 ? "uncertainty" : "uncertainty-" + i;
            VarianceShares.of(reader, stored(arm))
                    .ifPresent(found ->
                            section(sections, id, "Parameters and chance" + suffix, VarianceSection.html(found)));
        }
        section(
                sections,
                "parameters",
                "Parameters",
                new ParameterSection(reader.identity().arms(), notes).html());
        section(sections, "reproduce", "How to reproduce", new Reproduction(reader).html());
        section(sections, "limits", "What this does not claim", limits());
        return contents.page(sections);
    }

    /** The arm of the result that a description is of. */
    private String stored(BatchData arm) {
        return reader.identity().arms().get(arms.indexOf(arm)).name();
    }

    private void several(Html html) {
        section(html, "arms", "The arms together", new ArmOverlay(arms).html());
        for (int i = 0; i < arms.size(); i++) {
            BatchData arm = arms.get(i);
            Html one = new Html();
            if (!arm.description().isBlank()) {
                one.element("p", arm.description().strip(), "class", "question");
            }
            one.add(new ArmSections(arm, i, false).html());
            section(html, "arm-" + i, "Arm: " + arm.name(), one);
        }
    }

    private void section(Html html, String id, String title, Html content) {
        contents.section(html, id, title, SHORT.getOrDefault(id, title), content);
    }

    private static Html limits() {
        Html html = new Html();
        html.open("ul", "class", "limits");
        for (String limit : List.of(
                "It is no forecast. A share of runs says how often something happens in the model under the parameters above,"
                        + " not how likely it is in the world.",
                "The standard errors and intervals count the luck of the draw only. They say nothing of whether the model and"
                        + " its parameters are right, and more runs make them narrower without making the model truer.",
                "A difference between policies is a difference within the model. That the model can be made to fit a record does"
                        + " not show that a policy causes in the world what it causes here.",
                "Indices such as stability and tension are made for comparing runs with each other; a point has no meaning"
                        + " outside the model.",
                "Known weak points: the usual warner speaks later than Japan did; every statement raises tension; in the"
                        + " Council the buyer's vote hangs strongly on how publicly the deal is suspected; only one pair of"
                        + " states trades.")) {
            html.element("li", limit);
        }
        html.closeLine();
        return html;
    }
}
