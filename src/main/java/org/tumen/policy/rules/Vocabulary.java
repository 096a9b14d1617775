package org.tumen.policy.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.AllyView;
import org.tumen.policy.BuyerView;
import org.tumen.policy.CouncilView;
import org.tumen.policy.SellerView;
import org.tumen.policy.View;
import org.tumen.policy.WarnerView;
import org.tumen.policy.rules.Term.Day;
import org.tumen.policy.rules.Term.Number;
import org.tumen.policy.rules.Term.Truth;
import org.tumen.policy.rules.Term.Word;
import org.tumen.world.Action;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;
import org.tumen.world.Role;
import org.tumen.world.Stage;

/**
 * The names that the conditions of an actor's rules may use: what its role's view holds, in snake_case, and nothing else.
 * An actor cannot write a rule about what it cannot see.
 */
public final class Vocabulary {
    private static final Map<Role, Map<String, Term>> NAMES = Map.of(
            Role.SELLER, seller(),
            Role.BUYER, buyer(),
            Role.WARNER, warner(),
            Role.ALLY, ally(),
            Role.COUNCIL, council());

    private Vocabulary() {}

    /** The names of a role, in alphabetical order. */
    public static List<String> names(Role role) {
        return List.copyOf(of(role).keySet());
    }

    /** What kind of value a name of a role stands for: "number", "true or false", or the words that it can be. */
    public static String kind(Role role, String name) {
        Term term = find(role, name);
        if (term == null) {
            throw new IllegalArgumentException("the role " + role + " has no name " + name);
        }
        return term.kind();
    }

    static @Nullable Term find(Role role, String name) {
        return of(role).get(name);
    }

    private static Map<String, Term> of(Role role) {
        // Everybody sees the public record; what a role sees beside it is named above.
        return NAMES.getOrDefault(role, common(role));
    }

    private static Map<String, Term> common(Role role) {
        Map<String, Term> names = new TreeMap<>();
        names.put("weeks_since_start", new Number((view, question) -> view.week()));
        names.put("date", new Day((view, question) -> view.date().toEpochDay()));
        List<String> questions = Arrays.stream(Question.values())
                .filter(q -> q.role() == role)
                .map(Question::key)
                .toList();
        names.put("question", new Word((view, question) -> question.key(), questions));
        seen(names, "heat", PublicRecord::heat);
        seen(names, "speakers_credibility", PublicRecord::speakersCredibility);
        seen(names, "threat", PublicRecord::threat);
        seen(names, "appeal", PublicRecord::appeal);
        seen(names, "evidence", PublicRecord::evidence);
        seen(names, "exposure", PublicRecord::exposure);
        seen(names, "launch_heat", PublicRecord::launchHeat);
        seen(names, "rivalry", PublicRecord::rivalry);
        seen(names, "tension", PublicRecord::tension);
        seen(names, "tension_mean", PublicRecord::tensionMean);
        seen(names, "arsenal", PublicRecord::arsenal);
        seen(names, "integrity", PublicRecord::integrity);
        seen(names, "enforcement", PublicRecord::enforcement);
        seen(names, "exercises", PublicRecord::exercises);
        isSeen(names, "dialogue_open", PublicRecord::dialogueOpen);
        isSeen(names, "crisis", PublicRecord::crisis);
        isSeen(names, "panel_in_force", PublicRecord::panelInForce);
        isSeen(names, "coalition_in_force", PublicRecord::coalitionInForce);
        isSeen(names, "news", PublicRecord::news);
        isSeen(names, "launch_this_week", PublicRecord::launchThisWeek);
        isSeen(names, "major_launch_this_week", PublicRecord::majorLaunchThisWeek);
        isSeen(names, "exercise_week", PublicRecord::exerciseWeek);
        isSeen(names, "announced", PublicRecord::announced);
        isSeen(names, "shipments_revealed", PublicRecord::shipmentsRevealed);
        return names;
    }

    private static Map<String, Term> seller() {
        Map<String, Term> names = common(Role.SELLER);
        Of<SellerView> own = new Of<>(SellerView.class, names);
        own.number("hardship", SellerView::hardship);
        own.number("pressure", SellerView::pressure);
        own.number("campaign", SellerView::campaign);
        own.number("risk", SellerView::risk);
        own.number("hidden", SellerView::hidden);
        own.number("depth", SellerView::depth);
        own.word("stage", view -> view.stage().key(), stages());
        own.word("stance", view -> view.stance().key(), stances());
        return names;
    }

    private static Map<String, Term> buyer() {
        Map<String, Term> names = common(Role.BUYER);
        Of<BuyerView> own = new Of<>(BuyerView.class, names);
        own.number("need", BuyerView::need);
        own.number("risk", BuyerView::risk);
        own.number("depth", BuyerView::depth);
        own.word("stage", view -> view.stage().key(), stages());
        own.word("stance", view -> view.stance().key(), stances());
        return names;
    }

    private static Map<String, Term> warner() {
        Map<String, Term> names = common(Role.WARNER);
        Of<WarnerView> own = new Of<>(WarnerView.class, names);
        own.number("belief", WarnerView::belief);
        own.number("credibility", WarnerView::credibility);
        own.number("repetition", WarnerView::repetition);
        own.number("weeks_since_act", WarnerView::weeksSinceAct);
        own.number("weeks_since_warning", WarnerView::weeksSinceWarning);
        own.number("fatigue", WarnerView::fatigue);
        own.number("packages", WarnerView::packages);
        own.truth("package_pending", WarnerView::packagePending);
        own.truth("signal", WarnerView::signal);
        own.truth("commitment_open", WarnerView::commitmentOpen);
        own.word(
                "last_action",
                view -> view.lastAction().key(),
                Question.STATEMENT.options().stream().map(Action::key).toList());
        return names;
    }

    private static Map<String, Term> ally() {
        Map<String, Term> names = common(Role.ALLY);
        Of<AllyView> own = new Of<>(AllyView.class, names);
        own.number("packages", AllyView::packages);
        own.truth("signal", AllyView::signal);
        own.truth("acted_this_week", AllyView::actedThisWeek);
        return names;
    }

    private static Map<String, Term> council() {
        Map<String, Term> names = common(Role.COUNCIL);
        Of<CouncilView> own = new Of<>(CouncilView.class, names);
        own.truth("referred", CouncilView::referred);
        own.number("adoption_mild", view -> view.adoptionProbability(view.strength(Action.TABLE_MILD)));
        own.number("adoption_firm", view -> view.adoptionProbability(view.strength(Action.TABLE_FIRM)));
        own.number("adoption_strong", view -> view.adoptionProbability(view.strength(Action.TABLE_STRONG)));
        own.number("unopposed_statement", view -> view.unopposedProbability(view.strength(Action.TABLE_STATEMENT)));
        return names;
    }

    private static List<String> stages() {
        return Arrays.stream(Stage.values()).map(Stage::key).toList();
    }

    private static List<String> stances() {
        return List.of(Action.PROCEED.key(), Action.PAUSE.key());
    }

    private static void seen(Map<String, Term> names, String name, ToDoubleFunction<PublicRecord> read) {
        names.put(name, new Number((view, question) -> read.applyAsDouble(view.record())));
    }

    private static void isSeen(Map<String, Term> names, String name, Predicate<PublicRecord> read) {
        names.put(name, new Truth((view, question) -> read.test(view.record())));
    }

    /** Adds the names of one role's own view. */
    private record Of<V extends View>(Class<V> type, Map<String, Term> names) {
        void number(String name, ToDoubleFunction<V> read) {
            names.put(name, new Number((view, question) -> read.applyAsDouble(type.cast(view))));
        }

        void truth(String name, Predicate<V> read) {
            names.put(name, new Truth((view, question) -> read.test(type.cast(view))));
        }

        void word(String name, Function<V, String> read, List<String> words) {
            names.put(name, new Word((view, question) -> read.apply(type.cast(view)), words));
        }
    }
}
