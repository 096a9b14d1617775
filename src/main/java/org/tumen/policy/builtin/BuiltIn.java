package org.tumen.policy.builtin;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.NumberPlaces;
import org.tumen.policy.AllyPolicy;
import org.tumen.policy.AllyView;
import org.tumen.policy.BuyerView;
import org.tumen.policy.Choice;
import org.tumen.policy.CouncilPolicy;
import org.tumen.policy.CouncilView;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.policy.PolicyProvider;
import org.tumen.policy.SellerView;
import org.tumen.policy.View;
import org.tumen.policy.WarnerView;
import org.tumen.policy.rules.RulesParameters;
import org.tumen.policy.rules.RulesPolicy;
import org.tumen.policy.script.CouncilScriptParameters;
import org.tumen.policy.script.Script;
import org.tumen.policy.script.ScriptParameters;
import org.tumen.policy.script.ScriptedVotes;
import org.tumen.world.Action;
import org.tumen.world.Member;
import org.tumen.world.Role;
import org.tumen.world.Vote;

/** The policy types that come with the program; the nested classes are named in META-INF/services. */
public final class BuiltIn {
    private static final String QUANTAL = "quantal";
    private static final String BEST_REPLY = "best_reply";
    private static final String SCRIPT = "script";
    private static final String RULES = "rules";
    private static final String SCRIPTED = "Acts at given times, another policy otherwise.";
    private static final String BY_RULES = "Follows the first rule whose condition holds, another policy otherwise.";

    private BuiltIn() {}

    /** What all built-in providers share. */
    abstract static class Provider<V extends View, P extends Record> implements PolicyProvider<V, P> {
        private final Role role;
        private final String type;
        private final String description;
        private final Class<P> parameters;
        private final Function<P, Policy<V>> maker;

        Provider(Role role, String type, String description, Class<P> parameters, Function<P, Policy<V>> maker) {
            this.role = role;
            this.type = type;
            this.description = description;
            this.parameters = parameters;
            this.maker = maker;
        }

        @Override
        public Role role() {
            return role;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public Class<P> parameters() {
            return parameters;
        }

        @Override
        public Policy<V> create(P values) {
            return maker.apply(values);
        }
    }

    /** Logit seller. */
    public static final class QuantalSeller extends Provider<SellerView, SellerParameters> {
        /** For ServiceLoader. */
        public QuantalSeller() {
            super(
                    Role.SELLER,
                    QUANTAL,
                    "Logit choice between gain and risk.",
                    SellerParameters.class,
                    p -> new SellerPolicy(p, true));
        }
    }

    /** Seller without noise. */
    public static final class BestReplySeller extends Provider<SellerView, SellerParameters> {
        /** For ServiceLoader. */
        public BestReplySeller() {
            super(
                    Role.SELLER,
                    BEST_REPLY,
                    "The better option, without noise.",
                    SellerParameters.class,
                    p -> new SellerPolicy(p, false));
        }
    }

    /** Scripted seller. */
    public static final class ScriptSeller extends Provider<SellerView, ScriptParameters> {
        /** For ServiceLoader. */
        public ScriptSeller() {
            super(
                    Role.SELLER,
                    SCRIPT,
                    SCRIPTED,
                    ScriptParameters.class,
                    p -> scripted(p, Policies.seller(p.otherwise())));
        }
    }

    /** Logit buyer. */
    public static final class QuantalBuyer extends Provider<BuyerView, BuyerParameters> {
        /** For ServiceLoader. */
        public QuantalBuyer() {
            super(
                    Role.BUYER,
                    QUANTAL,
                    "Logit choice between need and risk.",
                    BuyerParameters.class,
                    p -> new BuyerPolicy(p, true));
        }
    }

    /** Buyer without noise. */
    public static final class BestReplyBuyer extends Provider<BuyerView, BuyerParameters> {
        /** For ServiceLoader. */
        public BestReplyBuyer() {
            super(
                    Role.BUYER,
                    BEST_REPLY,
                    "The better option, without noise.",
                    BuyerParameters.class,
                    p -> new BuyerPolicy(p, false));
        }
    }

    /** Scripted buyer. */
    public static final class ScriptBuyer extends Provider<BuyerView, ScriptParameters> {
        /** For ServiceLoader. */
        public ScriptBuyer() {
            super(
                    Role.BUYER,
                    SCRIPT,
                    SCRIPTED,
                    ScriptParameters.class,
                    p -> scripted(p, Policies.buyer(p.otherwise())));
        }
    }

    /** Logit warner. */
    public static final class QuantalWarner extends Provider<WarnerView, WarnerParameters> {
        /** For ServiceLoader. */
        public QuantalWarner() {
            super(
                    Role.WARNER,
                    QUANTAL,
                    "Logit choice of the rung that concern calls for.",
                    WarnerParameters.class,
                    p -> new WarnerPolicy(p, true));
        }
    }

    /** Warner without noise. */
    public static final class BestReplyWarner extends Provider<WarnerView, WarnerParameters> {
        /** For ServiceLoader. */
        public BestReplyWarner() {
            super(
                    Role.WARNER,
                    BEST_REPLY,
                    "The rung that concern calls for, without noise.",
                    WarnerParameters.class,
                    p -> new WarnerPolicy(p, false));
        }
    }

    /** Warner on a ladder of beliefs. */
    public static final class LadderWarner extends Provider<WarnerView, LadderParameters> {
        /** For ServiceLoader. */
        public LadderWarner() {
            super(
                    Role.WARNER,
                    "ladder",
                    "Climbs a fixed ladder of belief thresholds.",
                    LadderParameters.class,
                    LadderPolicy::new);
        }
    }

    /** Warner that says nothing. */
    public static final class SilentWarner extends Provider<WarnerView, SilentParameters> {
        /** For ServiceLoader. */
        public SilentWarner() {
            super(
                    Role.WARNER,
                    "silent",
                    "Watches and says nothing.",
                    SilentParameters.class,
                    p -> (view, choice) -> choice.certain("says nothing", Action.HOLD));
        }
    }

    /** Scripted warner. */
    public static final class ScriptWarner extends Provider<WarnerView, ScriptParameters> {
        /** For ServiceLoader. */
        public ScriptWarner() {
            super(
                    Role.WARNER,
                    SCRIPT,
                    SCRIPTED,
                    ScriptParameters.class,
                    p -> scripted(p, Policies.warner(p.otherwise())));
        }
    }

    /** Ally at constant rates. */
    public static final class RatesAlly extends Provider<AllyView, RatesParameters> {
        /** For ServiceLoader. */
        public RatesAlly() {
            super(
                    Role.ALLY,
                    "rates",
                    "Discloses, sanctions and follows at constant rates.",
                    RatesParameters.class,
                    RatesPolicy::new);
        }
    }

    /** Ally that does nothing. */
    public static final class SilentAlly extends Provider<AllyView, SilentParameters> {
        /** For ServiceLoader. */
        public SilentAlly() {
            super(
                    Role.ALLY,
                    "silent",
                    "Watches, discloses nothing and imposes nothing.",
                    SilentParameters.class,
                    p -> new RatesPolicy(new RatesParameters(0, 0, 1, 0)));
        }
    }

    /** Scripted ally. */
    public static final class ScriptAlly extends Provider<AllyView, ScriptParameters> {
        /** For ServiceLoader. */
        public ScriptAlly() {
            super(Role.ALLY, SCRIPT, SCRIPTED, ScriptParameters.class, BuiltIn::scriptedAlly);
        }
    }

    /** Ally by rules. */
    public static final class RulesAlly extends Provider<AllyView, RulesParameters> {
        /** For ServiceLoader. */
        public RulesAlly() {
            super(Role.ALLY, RULES, BY_RULES, RulesParameters.class, BuiltIn::ruledAlly);
        }
    }

    /** The Council's penholder. */
    public static final class PenholderCouncil extends Provider<CouncilView, PenholderParameters> {
        /** For ServiceLoader. */
        public PenholderCouncil() {
            super(
                    Role.COUNCIL,
                    "penholder",
                    "Tables what promises most; members vote by the spatial model.",
                    PenholderParameters.class,
                    Penholder::new);
        }
    }

    /** Scripted Council. */
    public static final class ScriptCouncil extends Provider<CouncilView, CouncilScriptParameters> {
        /** For ServiceLoader. */
        public ScriptCouncil() {
            super(
                    Role.COUNCIL,
                    SCRIPT,
                    "Drafts at given times and fixed votes, another policy otherwise.",
                    CouncilScriptParameters.class,
                    BuiltIn::scriptedCouncil);
        }
    }

    /** Seller by rules. */
    public static final class RulesSeller extends Provider<SellerView, RulesParameters> {
        /** For ServiceLoader. */
        public RulesSeller() {
            super(
                    Role.SELLER,
                    RULES,
                    BY_RULES,
                    RulesParameters.class,
                    p -> new RulesPolicy<>(p.rules(), Policies.seller(p.otherwise())));
        }
    }

    /** Buyer by rules. */
    public static final class RulesBuyer extends Provider<BuyerView, RulesParameters> {
        /** For ServiceLoader. */
        public RulesBuyer() {
            super(
                    Role.BUYER,
                    RULES,
                    BY_RULES,
                    RulesParameters.class,
                    p -> new RulesPolicy<>(p.rules(), Policies.buyer(p.otherwise())));
        }
    }

    /** Warner by rules. */
    public static final class RulesWarner extends Provider<WarnerView, RulesParameters> {
        /** For ServiceLoader. */
        public RulesWarner() {
            super(
                    Role.WARNER,
                    RULES,
                    BY_RULES,
                    RulesParameters.class,
                    p -> new RulesPolicy<>(p.rules(), Policies.warner(p.otherwise())));
        }
    }

    /** Council by rules. */
    public static final class RulesCouncil extends Provider<CouncilView, RulesParameters> {
        /** For ServiceLoader. */
        public RulesCouncil() {
            super(Role.COUNCIL, RULES, BY_RULES, RulesParameters.class, BuiltIn::ruledCouncil);
        }
    }

    private static <V extends View> Policy<V> scripted(ScriptParameters parameters, Policy<V> otherwise) {
        Script script = new Script(parameters.acts());
        return new Policy<>() {
            @Override
            public Action decide(V view, Choice choice) {
                Action act = script.at(view, choice.question());
                return act == null ? otherwise.decide(view, choice) : choice.certain("scripted", act);
            }

            @Override
            public void keepNumbers(String path, NumberPlaces numbers) {
                otherwise.keepNumbers(path + ".otherwise", numbers);
            }
        };
    }

    private static AllyPolicy scriptedAlly(ScriptParameters parameters) {
        AllyPolicy otherwise = Policies.ally(parameters.otherwise());
        return ally(scripted(parameters, otherwise), otherwise.acts());
    }

    private static AllyPolicy ruledAlly(RulesParameters parameters) {
        AllyPolicy otherwise = Policies.ally(parameters.otherwise());
        return ally(new RulesPolicy<>(parameters.rules(), otherwise), otherwise.acts());
    }

    private static AllyPolicy ally(Policy<AllyView> policy, boolean acts) {
        return new AllyPolicy() {
            @Override
            public Action decide(AllyView view, Choice choice) {
                return policy.decide(view, choice);
            }

            @Override
            public boolean acts() {
                return acts;
            }

            @Override
            public void keepNumbers(String path, NumberPlaces numbers) {
                policy.keepNumbers(path, numbers);
            }
        };
    }

    private static CouncilPolicy scriptedCouncil(CouncilScriptParameters parameters) {
        CouncilPolicy otherwise = Policies.council(parameters.otherwise());
        ScriptedVotes votes = new ScriptedVotes(parameters.votes());
        return council(
                scripted(new ScriptParameters(parameters.acts(), parameters.otherwise()), otherwise),
                (view, member, mandate) -> {
                    Vote vote = votes.at(view, member);
                    return vote == null ? otherwise.vote(view, member, mandate) : vote;
                });
    }

    private static CouncilPolicy ruledCouncil(RulesParameters parameters) {
        CouncilPolicy otherwise = Policies.council(parameters.otherwise());
        return council(new RulesPolicy<>(parameters.rules(), otherwise), otherwise::vote);
    }

    /** Fixes a member's vote, or leaves it to the spatial model by null. */
    private interface Voting {
        @Nullable
        Vote vote(CouncilView view, Member member, boolean mandate);
    }

    private static CouncilPolicy council(Policy<CouncilView> drafts, Voting votes) {
        return new CouncilPolicy() {
            @Override
            public Action decide(CouncilView view, Choice choice) {
                return drafts.decide(view, choice);
            }

            @Override
            public @Nullable Vote vote(CouncilView view, Member member, boolean mandate) {
                return votes.vote(view, member, mandate);
            }

            @Override
            public void keepNumbers(String path, NumberPlaces numbers) {
                drafts.keepNumbers(path, numbers);
            }
        };
    }
}
