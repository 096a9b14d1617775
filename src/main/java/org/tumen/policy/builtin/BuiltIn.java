package org.tumen.policy.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.NumberPlaces;
import org.tumen.policy.Choice;
import org.tumen.policy.CouncilPolicy;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.policy.PolicyFamily;
import org.tumen.policy.PolicyProvider;
import org.tumen.policy.View;
import org.tumen.policy.WarnerView;
import org.tumen.policy.rules.RulesParameters;
import org.tumen.policy.rules.RulesPolicy;
import org.tumen.policy.script.CouncilScriptParameters;
import org.tumen.policy.script.Script;
import org.tumen.policy.script.ScriptParameters;
import org.tumen.policy.script.ScriptedAct;
import org.tumen.world.Action;
import org.tumen.world.Question;
import org.tumen.world.Role;
import org.tumen.world.Vote;

/** The policy types that come with the program: first each role's own, then scripts and rules, which every role has. */
public final class BuiltIn implements PolicyFamily {
    private static final String QUANTAL = "quantal";
    private static final String BEST_REPLY = "best_reply";
    private static final String SILENT = "silent";
    private static final String SCRIPT = "script";
    private static final String RULES = "rules";

    /** A type by its parts. */
    private record Type<V extends View, P extends Record>(
            Role role, String type, String description, Class<P> parameters, Function<P, Policy<V>> maker)
            implements PolicyProvider<V, P> {
        @Override
        public Policy<V> create(P values) {
            return maker.apply(values);
        }
    }

    @Override
    public List<PolicyProvider<?, ?>> providers() {
        List<PolicyProvider<?, ?>> providers = new ArrayList<>(List.of(
                new Type<>(
                        Role.SELLER,
                        QUANTAL,
                        "Logit choice between gain and risk.",
                        SellerParameters.class,
                        p -> new SellerPolicy(p, true)),
                new Type<>(
                        Role.SELLER,
                        BEST_REPLY,
                        "The better option, without noise.",
                        SellerParameters.class,
                        p -> new SellerPolicy(p, false)),
                new Type<>(
                        Role.BUYER,
                        QUANTAL,
                        "Logit choice between need and risk.",
                        BuyerParameters.class,
                        p -> new BuyerPolicy(p, true)),
                new Type<>(
                        Role.BUYER,
                        BEST_REPLY,
                        "The better option, without noise.",
                        BuyerParameters.class,
                        p -> new BuyerPolicy(p, false)),
                new Type<>(
                        Role.WARNER,
                        QUANTAL,
                        "Logit choice of the rung that concern calls for.",
                        WarnerParameters.class,
                        p -> new WarnerPolicy(p, true)),
                new Type<>(
                        Role.WARNER,
                        BEST_REPLY,
                        "The rung that concern calls for, without noise.",
                        WarnerParameters.class,
                        p -> new WarnerPolicy(p, false)),
                new Type<>(
                        Role.WARNER,
                        "ladder",
                        "Climbs a fixed ladder of belief thresholds.",
                        LadderParameters.class,
                        LadderPolicy::new),
                new Type<WarnerView, SilentParameters>(
                        Role.WARNER,
                        SILENT,
                        "Watches and says nothing.",
                        SilentParameters.class,
                        p -> (view, choice) -> choice.certain("says nothing", Action.HOLD)),
                new Type<>(
                        Role.ALLY,
                        "rates",
                        "Discloses, sanctions and follows at constant rates.",
                        RatesParameters.class,
                        RatesPolicy::new),
                new Type<>(
                        Role.ALLY,
                        SILENT,
                        "Watches, discloses nothing and imposes nothing.",
                        SilentParameters.class,
                        p -> new RatesPolicy(new RatesParameters(0, 0, 1, 0))),
                new Type<>(
                        Role.COUNCIL,
                        "penholder",
                        "Tables what promises most; members vote by the spatial model.",
                        PenholderParameters.class,
                        Penholder::new)));
        for (Role role : Role.values()) {
            providers.add(script(role));
            providers.add(rules(role));
        }
        return providers;
    }

    private static PolicyProvider<?, ?> script(Role role) {
        return role == Role.COUNCIL
                ? new Type<>(
                        role,
                        SCRIPT,
                        "Drafts at given times and fixed votes, another policy otherwise.",
                        CouncilScriptParameters.class,
                        BuiltIn::scriptedCouncil)
                : new Type<>(
                        role,
                        SCRIPT,
                        "Acts at given times, another policy otherwise.",
                        ScriptParameters.class,
                        p -> scripted(p.acts(), Policies.create(role, p.otherwise())));
    }

    private static PolicyProvider<?, ?> rules(Role role) {
        return new Type<>(
                role,
                RULES,
                "Follows the first rule whose condition holds, another policy otherwise.",
                RulesParameters.class,
                p -> role == Role.COUNCIL
                        ? ruledCouncil(p)
                        : new RulesPolicy<>(p.rules(), Policies.create(role, p.otherwise())));
    }

    private static <V extends View> Policy<V> scripted(List<ScriptedAct> acts, Policy<V> otherwise) {
        Script<Question, Action> script = Script.ofActs(acts);
        return new Policy<>() {
            @Override
            public Action decide(V view, Choice choice) {
                @Nullable Action act = script.at(view, choice.question());
                return act == null ? otherwise.decide(view, choice) : choice.certain("scripted", act);
            }

            @Override
            public boolean acts() {
                return otherwise.acts();
            }

            @Override
            public void keepNumbers(String path, NumberPlaces numbers) {
                otherwise.keepNumbers(path + ".otherwise", numbers);
            }
        };
    }

    private static CouncilPolicy scriptedCouncil(CouncilScriptParameters parameters) {
        CouncilPolicy otherwise = Policies.council(parameters.otherwise());
        Script<String, Vote> votes = Script.ofVotes(parameters.votes());
        return CouncilPolicy.of(scripted(parameters.acts(), otherwise), (view, member, mandate) -> {
            Vote vote = votes.at(view, member.iso3());
            return vote == null ? otherwise.vote(view, member, mandate) : vote;
        });
    }

    private static CouncilPolicy ruledCouncil(RulesParameters parameters) {
        CouncilPolicy otherwise = Policies.council(parameters.otherwise());
        return CouncilPolicy.of(new RulesPolicy<>(parameters.rules(), otherwise), otherwise::vote);
    }
}
