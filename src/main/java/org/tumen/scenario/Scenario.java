package org.tumen.scenario;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;
import org.tumen.scenario.actor.Actor;
import org.tumen.scenario.actor.Ally;
import org.tumen.scenario.actor.Buyer;
import org.tumen.scenario.actor.Council;
import org.tumen.scenario.actor.Seller;
import org.tumen.scenario.actor.Warner;
import org.tumen.scenario.deal.DealParameters;
import org.tumen.scenario.deal.MonitoringParameters;
import org.tumen.scenario.region.DialogueParameters;
import org.tumen.scenario.region.RegionParameters;
import org.tumen.scenario.region.StabilityParameters;

/** One world and its policies. Immutable and valid: what a run needs, besides its {@code RunKey}, and nothing more. */
@Parameter.Basis(value = "assumption", prior = "judgement")
public record Scenario(
        @Parameter(
                meaning = "Short name, used for the result folder",
                pattern = "[a-z0-9][a-z0-9-]{0,63}",
                allowed = "up to 64 lower-case letters, digits and hyphens")
        String name,

        @Parameter(
                meaning = "The question that the scenario asks",
                value = "\"\"",
                pattern = "[\\s\\S]{0,2000}",
                allowed = "at most 2,000 characters")
        String description,

        @Parameter(
                meaning = "Day on which week 0 begins",
                value = "2023-09-01",
                pattern = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}",
                allowed = "a date from 1900-01-01 to 2199-12-31",
                basis = "record: arms talks were reported on 30 August 2023")
        LocalDate start,

        @Parameter(
                meaning = "Length of a run",
                value = "156",
                min = 1,
                max = 5200,
                unit = "weeks",
                basis = "three years")
        int weeks,

        @Parameter(meaning = "Who plays: one seller, one buyer, one council, any number of warners and allies")
        Map<String, Actor> actors,

        @Parameter(meaning = "The deal") DealParameters deal,
        @Parameter(meaning = "How a deal becomes visible") MonitoringParameters monitoring,
        @Parameter(meaning = "The dialogue track") DialogueParameters dialogue,
        @Parameter(meaning = "The region") RegionParameters region,
        @Parameter(meaning = "The stability index") StabilityParameters stability,
        @Parameter(meaning = "Size of a batch") BatchParameters batch,

        @Parameter(meaning = "Parameters that nobody knows, drawn once a run") @Nullable
        Uncertainties uncertainties) {

    /** Most actors that a scenario may cast. */
    public static final int MOST_ACTORS = 34;

    /** @throws IllegalArgumentException when a value is out of its range or the cast is not complete */
    public Scenario {
        actors = Collections.unmodifiableMap(new LinkedHashMap<>(actors));
        Parameters.require(
                Scenario.class,
                name,
                description,
                start,
                weeks,
                actors,
                deal,
                monitoring,
                dialogue,
                region,
                stability,
                batch,
                uncertainties);
        CastingRules.require(actors);
    }

    /** What is allowed in it but may not do what its author meant, a sentence each; empty when nothing is. */
    public List<String> warnings() {
        return ScenarioWarnings.of(this);
    }

    public String sellerName() {
        return only(Seller.class).getKey();
    }

    public String buyerName() {
        return only(Buyer.class).getKey();
    }

    public String councilName() {
        return only(Council.class).getKey();
    }

    public Seller seller() {
        return only(Seller.class).getValue();
    }

    public Buyer buyer() {
        return only(Buyer.class).getValue();
    }

    public Council council() {
        return only(Council.class).getValue();
    }

    private <A extends Actor> Map.Entry<String, A> only(Class<A> type) {
        return cast(type).entrySet().iterator().next();
    }

    /** The warners by name, in the order of the scenario. */
    public Map<String, Warner> warners() {
        return cast(Warner.class);
    }

    /** The allies by name, in the order of the scenario. */
    public Map<String, Ally> allies() {
        return cast(Ally.class);
    }

    /** The actors of one record by name, in the order of the scenario. */
    public <A extends Actor> Map<String, A> cast(Class<A> type) {
        Map<String, A> cast = new LinkedHashMap<>();
        actors.forEach((name, actor) -> {
            if (type.isInstance(actor)) {
                cast.put(name, type.cast(actor));
            }
        });
        return cast;
    }

    /** The first day of a week. */
    public LocalDate day(int week) {
        return start.plusWeeks(week);
    }

    /**
     * The same scenario with another policy for one actor.
     *
     * @throws IllegalArgumentException when there is no such actor
     */
    public Scenario withPolicy(String actor, PolicySpec policy) {
        Map<String, Actor> changed = new LinkedHashMap<>(actors);
        changed.put(actor, actor(actor).withPolicy(policy));
        return with("actors", changed);
    }

    private Scenario with(String key, @Nullable Object value) {
        return Component.changed(this, component -> component.key().equals(key), value);
    }

    /** The same scenario called and described otherwise. */
    public Scenario called(String other, String question) {
        return with("name", other).with("description", question);
    }

    /** The same scenario over so many weeks. */
    public Scenario lasting(int other) {
        return with("weeks", other);
    }

    /** The same scenario with nothing uncertain: every parameter has the value that stands in its place. */
    public Scenario certain() {
        return withUncertainties(null);
    }

    /** The same scenario with these uncertainties; null for none. */
    public Scenario withUncertainties(@Nullable Uncertainties other) {
        return other == uncertainties ? this : with("uncertainties", other);
    }

    /** How many runs on end share a draw of the uncertain parameters; one when nothing is uncertain. */
    public int replicates() {
        return uncertainties == null ? 1 : uncertainties.replicates();
    }

    /** The most runs on end that share a draw in any of some scenarios. */
    public static int replicates(Stream<Scenario> scenarios) {
        return scenarios.mapToInt(Scenario::replicates).max().orElse(1);
    }

    /** The same scenario with so many runs at each draw of its uncertain parameters; itself when nothing is uncertain. */
    public Scenario withReplicates(int replicates) {
        return uncertainties == null
                ? this
                : withUncertainties(new Uncertainties(
                        uncertainties.parameters(),
                        uncertainties.correlation(),
                        uncertainties.empirical(),
                        uncertainties.votes(),
                        replicates));
    }

    private Actor actor(String name) {
        Actor actor = actors.get(name);
        if (actor == null) {
            throw new IllegalArgumentException(
                    "no actor is called " + name + "; there are " + String.join(", ", actors.keySet()));
        }
        return actor;
    }
}
