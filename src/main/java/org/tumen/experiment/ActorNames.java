package org.tumen.experiment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Actor;
import org.tumen.scenario.actor.Buyer;
import org.tumen.scenario.actor.Seller;
import org.tumen.scenario.actor.Warner;
import org.tumen.world.Event;

/** How actors and Council members are called in sentences and in event tables. */
public final class ActorNames {
    /** CAMEO's actor code for the United Nations, which has no ISO-3 code. */
    private static final String UNITED_NATIONS = "UNO";

    private static final Map<String, String> COUNTRIES = countries();

    private final Scenario scenario;

    /** The names of a scenario. */
    public ActorNames(Scenario scenario) {
        this.scenario = scenario;
    }

    private static Map<String, String> countries() {
        Map<String, String> byIso3 = new HashMap<>();
        Arrays.stream(Locale.getISOCountries())
                .map(iso2 -> new Locale.Builder().setRegion(iso2).build())
                .forEach(l -> byIso3.put(l.getISO3Country(), l.getDisplayCountry(Locale.ENGLISH)));
        return byIso3;
    }

    /** The label of an actor, or the English name of a Council member by ISO-3 code. */
    public String label(String name) {
        Actor actor = scenario.actors().get(name);
        if (actor != null) {
            return actor.label();
        }
        return name.equals(Event.REGION) ? "the region" : COUNTRIES.getOrDefault(name, name);
    }

    /** The ISO-3 code of an actor or member; UNO for the Council, empty for the region. */
    public String iso3(String name) {
        Actor actor = scenario.actors().get(name);
        if (actor instanceof Seller seller) {
            return seller.iso3();
        }
        if (actor instanceof Buyer buyer) {
            return buyer.iso3();
        }
        if (actor instanceof Warner warner) {
            return warner.iso3();
        }
        if (actor != null) {
            return UNITED_NATIONS;
        }
        return name.equals(Event.REGION) ? "" : name;
    }
}
