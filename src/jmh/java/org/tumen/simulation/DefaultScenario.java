package org.tumen.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tumen.policy.BuyerParameters;
import org.tumen.policy.Parameter;
import org.tumen.policy.PenholderParameters;
import org.tumen.policy.PolicySpec;
import org.tumen.policy.SellerParameters;
import org.tumen.policy.WarnerParameters;
import org.tumen.scenario.Actor;
import org.tumen.scenario.Buyer;
import org.tumen.scenario.Council;
import org.tumen.scenario.RosterSpec;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Seller;
import org.tumen.scenario.Warner;
import org.tumen.world.Member;
import org.tumen.world.Roster;
import org.tumen.world.Stage;

/** The scenario of the model page, made from the declared defaults of its parameters. */
final class DefaultScenario {
    /** The members of 2023 with their ideal points, the five permanent ones first. */
    private static final String ROSTER = "CHN -1.20 FRA 1.49 RUS -1.27 GBR 1.66 USA 1.99 ALB 1.17 BRA -0.29 ECU 0.04"
            + " GAB -0.46 GHA -0.38 JPN 0.78 MLT 0.76 MOZ -0.54 CHE 0.62 ARE -0.53";

    private static final int PERMANENT = 5;

    private DefaultScenario() {}

    /** The scenario with a rivalry among the permanent members, 0..1. */
    static Scenario withRivalry(double rivalry) {
        Map<String, Actor> actors = new LinkedHashMap<>();
        actors.put(
                "north_korea",
                make(
                        Seller.class,
                        Map.of("iso3", "PRK", "label", "North Korea", "policy", quantal(SellerParameters.class))));
        actors.put(
                "russia",
                make(Buyer.class, Map.of("iso3", "RUS", "label", "Russia", "policy", quantal(BuyerParameters.class))));
        actors.put(
                "japan",
                make(Warner.class, Map.of("iso3", "JPN", "label", "Japan", "policy", quantal(WarnerParameters.class))));
        PolicySpec penholder = new PolicySpec("penholder", make(PenholderParameters.class, Map.of()));
        actors.put(
                "security_council",
                make(
                        Council.class,
                        Map.of("rivalry", rivalry, "roster", new RosterSpec(null, roster()), "policy", penholder)));
        return make(Scenario.class, Map.of("name", "reference", "actors", actors, "start", LocalDate.of(2023, 9, 1)));
    }

    private static <P extends Record> PolicySpec quantal(Class<P> parameters) {
        return new PolicySpec("quantal", make(parameters, Map.of()));
    }

    private static Roster roster() {
        String[] words = ROSTER.split(" ", -1);
        List<Member> members = new ArrayList<>();
        for (int i = 0; 2 * i < words.length; i++) {
            members.add(new Member(words[2 * i], Double.parseDouble(words[2 * i + 1]), i < PERMANENT));
        }
        return new Roster(members);
    }

    /** A record of parameters with some components given and the others at their declared defaults. */
    private static <R extends Record> R make(Class<R> type, Map<String, Object> given) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Object value = given.get(components[i].getName());
                values[i] = value != null ? value : defaultOf(components[i]);
            }
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException | JsonProcessingException e) {
            throw new IllegalStateException("no defaults for " + type.getSimpleName(), e);
        }
    }

    private static Object defaultOf(RecordComponent component) throws JsonProcessingException {
        Class<?> type = component.getType();
        if (type.isRecord()) {
            return make(type.asSubclass(Record.class), Map.of());
        }
        String text = component.getAnnotation(Parameter.class).value();
        if (type == Stage.class) {
            return Stage.valueOf(text.toUpperCase(Locale.ROOT));
        }
        YAMLMapper yaml = new YAMLMapper();
        if (type == Map.class) {
            return yaml.readValue(text, new TypeReference<Map<String, Double>>() {});
        }
        return type == String.class ? text : yaml.readValue(text, type);
    }
}
