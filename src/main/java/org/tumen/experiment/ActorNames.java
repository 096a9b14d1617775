package org.tumen.experiment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Actor;
import org.tumen.world.Event;

/** How actors and Council members are called in sentences and in event tables. */
public record ActorNames(Scenario scenario) {
    private static final Map<String, String> COUNTRIES = countries();

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

    /** The ISO-3 code of an actor or member; the Council's is UNO, empty for the region. */
    public String iso3(String name) {
        Actor actor = scenario.actors().get(name);
        if (actor != null) {
            return actor.iso3();
        }
        return name.equals(Event.REGION) ? "" : name;
    }
}
