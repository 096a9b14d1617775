package org.tumen.world;

/**
 * What a vote of the Council comes to under Article 27(3) of the Charter of the United Nations: a decision needs the
 * affirmative votes of nine of fifteen members and no negative vote of a permanent member; an abstention is no veto.
 */
public enum VoteResult {
    /** At least nine in favour and no permanent member against. */
    ADOPTED,
    /** At least nine in favour, but a permanent member against. */
    VETOED,
    /** Fewer than nine in favour, whoever voted against. */
    SHORT;

    /** Affirmative votes that a decision needs. */
    public static final int MAJORITY = 9;

    /** The result of a tally of affirmative votes, and of negative ones of permanent members. */
    public static VoteResult of(int yes, int permanentNo) {
        if (yes < MAJORITY) {
            return SHORT;
        }
        return permanentNo > 0 ? VETOED : ADOPTED;
    }
}
