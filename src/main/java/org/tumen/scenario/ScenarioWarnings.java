package org.tumen.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.policy.Due;
import org.tumen.policy.PolicySpec;
import org.tumen.policy.rules.RulesParameters;
import org.tumen.policy.script.CouncilScriptParameters;
import org.tumen.policy.script.ScriptParameters;
import org.tumen.scenario.actor.RosterSpec;
import org.tumen.world.CouncilMembership;

/**
 * What is allowed in a scenario but may not do what its author meant: dates outside of the run, a Council beyond the record, and,
 * where other states are cast or another year is chosen, defaults that describe the trade of North Korea and Russia in 2023.
 */
final class ScenarioWarnings {
    /** The day that the declared starting values describe. */
    private static final LocalDate DESCRIBED = LocalDate.of(2023, 9, 1);

    /** The last day of the mandate of the panel of experts on North Korea: Resolution 2680 (2023). */
    private static final LocalDate PANEL_ENDED = LocalDate.of(2024, 4, 30);

    private static final int DAYS_OF_A_YEAR = 365;

    /** Starting values that describe a day rather than how the world works. */
    private static final List<String> STARTS = List.of(
            "deal.start_agreed",
            "monitoring.news_at_start",
            "region.record.ally_heat",
            "region.record.evidence",
            "region.record.exposure",
            "region.tension.start",
            "region.arsenal.start",
            "region.integrity.start",
            "region.enforcement.start");

    private final Scenario scenario;
    private final List<String> warnings = new ArrayList<>();
    /** The paths of values that are the declared defaults, once they are asked for. */
    private final Set<String> defaults = new HashSet<>();

    private ScenarioWarnings(Scenario scenario) {
        this.scenario = scenario;
    }

    static List<String> of(Scenario scenario) {
        ScenarioWarnings all = new ScenarioWarnings(scenario);
        scenario.actors().forEach((name, actor) -> all.policy("actors." + name + ".policy", actor.policy()));
        String council = "actors." + scenario.councilName();
        all.times(council + ".mandate.votes", scenario.council().mandate().votes());
        all.times("monitoring.panel.reports", scenario.monitoring().panel().reports());
        all.roster(council + ".roster");
        all.panelBeyondItsEnd(council + ".mandate.in_force");
        all.anotherCase(council);
        return List.copyOf(all.warnings);
    }

    private void policy(String path, PolicySpec policy) {
        if (policy.parameters() instanceof ScriptParameters script) {
            times(path + ".acts", script.acts());
            policy(path + ".otherwise", script.otherwise());
        } else if (policy.parameters() instanceof CouncilScriptParameters script) {
            times(path + ".acts", script.acts());
            times(path + ".votes", script.votes());
            policy(path + ".otherwise", script.otherwise());
        } else if (policy.parameters() instanceof RulesParameters rules) {
            policy(path + ".otherwise", rules.otherwise());
        }
    }

    /** Of what is due, that which no week of the run contains. */
    private void times(String path, List<? extends Due> all) {
        for (int i = 0; i < all.size(); i++) {
            boolean[] any = {false};
            all.get(i).weeks(scenario.start(), scenario.weeks(), week -> any[0] = true);
            if (!any[0]) {
                warnings.add(path + "[" + i + "]: " + all.get(i).when() + " lies outside of the run, "
                        + scenario.start() + " to "
                        + scenario.day(scenario.weeks()).minusDays(1)
                        + ", and does nothing");
            }
        }
    }

    private void roster(String path) {
        RosterSpec roster = scenario.council().roster();
        if (roster.listed() != null) {
            return;
        }
        int first = scenario.start().getYear();
        int last = scenario.day(scenario.weeks() - 1).getYear();
        Integer year = roster.year();
        if (year != null) {
            if (year < first || year > last) {
                warnings.add(
                        path + ": the members and ideal points of " + year + " stand for " + first + " to " + last);
            }
            return;
        }
        if (first < CouncilMembership.firstYear()) {
            warnings.add(path + ": the record of members and ideal points begins in " + CouncilMembership.firstYear()
                    + "; its members stand for earlier years");
        }
        if (last > CouncilMembership.lastYear()) {
            warnings.add(path + ": the record of members and ideal points ends in " + CouncilMembership.lastYear()
                    + "; its members stand for later years");
        }
    }

    private boolean northKoreaSells() {
        return scenario.seller().iso3().equals("PRK");
    }

    private void panelBeyondItsEnd(String path) {
        if (northKoreaSells()
                && scenario.council().mandate().inForce()
                && scenario.start().isAfter(PANEL_ENDED)) {
            warnings.add(path + ": the panel's mandate ended on " + PANEL_ENDED + ", and the run starts on "
                    + scenario.start() + "; set it to false, unless the panel is meant to exist again");
        }
    }

    /** The defaults are those of one case. Told only where a value still is the default: what an author sets, is meant. */
    private void anotherCase(String council) {
        boolean others = !northKoreaSells() || !scenario.buyer().iso3().equals("RUS");
        boolean far = Math.abs(ChronoUnit.DAYS.between(DESCRIBED, scenario.start())) > DAYS_OF_A_YEAR;
        if (!others && !far) {
            return;
        }
        ParameterCatalogue.of(scenario).stream()
                .filter(entry -> entry.current() != null && !entry.differs())
                .forEach(entry -> defaults.add(entry.path()));
        starts();
        if (others) {
            alignment(council);
            units();
        }
        if (!northKoreaSells()) {
            regime(council);
        }
    }

    private void starts() {
        List<String> paths = new ArrayList<>(STARTS);
        scenario.warners().keySet().forEach(warner -> paths.add("actors." + warner + ".intelligence.start_belief"));
        told(
                paths,
                "the default describes " + DESCRIBED + ", when talks of North Korea and Russia had just been"
                        + " disclosed; the run starts on " + scenario.start() + " with "
                        + scenario.seller().label() + " and " + scenario.buyer().label());
    }

    private void alignment(String council) {
        List<String> paths = List.of(council + ".aligned", council + ".partly_aligned");
        if (defaults.containsAll(paths)) {
            told(
                    paths,
                    "Russia and China are those whom rivalry turns against drafts on North Korea; name whom it"
                            + " turns against drafts on " + scenario.seller().label());
        }
    }

    private void units() {
        told(
                List.of("deal.depth.hazard"),
                "the default is fitted to the steps of North Korea and Russia: ballistic"
                        + " missiles, a treaty, troops; 0 for a trade without them");
        told(
                List.of("deal.delivery.lot"),
                "the default is fitted to munitions shipped from North Korea to Russia;"
                        + " choose the lot of this commodity");
        told(
                List.of("deal.cargo.what", "deal.cargo.per_unit"),
                "the default calls a unit of volume 10,000 containers; say what is shipped and how many a unit is");
    }

    private void regime(String council) {
        String seller = scenario.seller().label();
        told(
                List.of(council + ".regime.severity"),
                "the default stands for the Council's sanctions on North Korea; say how severe those on " + seller
                        + " are, 0 for none");
        if (scenario.council().mandate().inForce()) {
            told(
                    List.of(council + ".mandate.in_force", council + ".mandate.votes", "monitoring.panel.reports"),
                    "the default is the panel of experts on North Korea with its dates; give " + seller
                            + " a panel and dates of its own, or in_force: false");
        }
        told(
                List.of("region.exercises"),
                "the default is the seasons of exercises about Korea in March and August;"
                        + " name those of this region, or none");
        told(
                List.of(council + ".rivalry.start"),
                "the default was learned from votes on North Korea to 2024; it is an assumption here");
        told(
                List.of("actors." + scenario.sellerName() + ".policy.launch.drive"),
                "the default is fitted to North Korea's launches, some 17 a year; say how often " + seller
                        + " launches");
        told(
                List.of("monitoring.coalition.formation"),
                "without a panel a coalition of states may form, as the"
                        + " Multilateral Sanctions Monitoring Team did after the panel on North Korea; 0, with an effort of 0, for none");
        Uncertainties drawn = scenario.uncertainties();
        if (drawn != null && drawn.votes() != null) {
            warnings.add(
                    "uncertainties.votes: the posterior was learned from votes on North Korea; how members vote on "
                            + seller + " is assumed to be alike");
        }
    }

    private void told(List<String> paths, String what) {
        List<String> left = paths.stream().filter(defaults::contains).toList();
        if (!left.isEmpty()) {
            warnings.add(String.join(", ", left) + ": " + what);
        }
    }
}
