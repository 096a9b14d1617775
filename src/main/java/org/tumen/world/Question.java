package org.tumen.world;

import java.util.Arrays;
import java.util.List;
import org.tumen.words.Texts;

/** A decision that the week puts to an actor, with the actions it may answer (in the order in which draws map to them). */
public enum Question {
    /** To the seller, when no deal is live: offer arms? */
    PROPOSAL(Role.SELLER, "whether to offer arms", Action.WAIT, Action.PROPOSE),
    /** To the buyer, when the seller has offered: take it up? */
    ANSWER(Role.BUYER, "whether to take the offer up", Action.DECLINE, Action.ACCEPT),
    /** To the seller in a live deal. */
    SELLER_STANCE(Role.SELLER, "stance in the deal", Action.PROCEED, Action.PAUSE, Action.QUIT),
    /** To the buyer in a live deal. */
    BUYER_STANCE(Role.BUYER, "stance in the deal", Action.PROCEED, Action.PAUSE, Action.QUIT),
    /** To the seller, in each window of the week: launch a missile? */
    MISSILE_LAUNCH(Role.SELLER, "whether to launch", Action.REFRAIN, Action.LAUNCH),
    /** To a warner, every week: which rung of the ladder? */
    STATEMENT(
            Role.WARNER,
            "rung of the ladder",
            Action.HOLD,
            Action.APPEAL,
            Action.CONCERN,
            Action.WARN,
            Action.REFER,
            Action.SANCTION),
    /** To an ally that saw a live deal: disclose it? */
    DISCLOSURE(Role.ALLY, "whether to disclose", Action.WITHHOLD, Action.DISCLOSE),
    /** To an ally, every week: impose a package of sanctions of its own accord? */
    MEASURES(Role.ALLY, "whether to impose sanctions", Action.STAND_BY, Action.IMPOSE),
    /** To an ally that has not acted in a week in which a warner executes a package: follow? */
    FOLLOWING(Role.ALLY, "whether to follow", Action.STAND_BY, Action.IMPOSE),
    /** To the Council's penholder, when the Council deliberates. */
    DRAFT(
            Role.COUNCIL,
            "what to table",
            Action.TABLE_NOTHING,
            Action.TABLE_STATEMENT,
            Action.TABLE_MILD,
            Action.TABLE_FIRM,
            Action.TABLE_STRONG);

    private final Role role;
    private final String label;
    private final List<Action> options;
    private final int size;

    Question(Role role, String label, Action... options) {
        this.role = role;
        this.label = label;
        this.options = List.of(options);
        size = options.length;
    }

    /** The name as tables write it. */
    public String key() {
        return Texts.key(this);
    }

    public Role role() {
        return role;
    }

    /** What is decided, as a chronicle tells it. */
    public String label() {
        return label;
    }

    /** The actions that a role can take, each once. */
    public static List<Action> actions(Role role) {
        return Arrays.stream(values())
                .filter(question -> question.role == role)
                .flatMap(question -> question.options.stream())
                .distinct()
                .toList();
    }

    /** The number of options. */
    public int size() {
        return size;
    }

    /** The possible answers. */
    public List<Action> options() {
        return options;
    }

    /** True when the action answers this question. */
    public boolean admits(Action action) {
        return options.contains(action);
    }
}
