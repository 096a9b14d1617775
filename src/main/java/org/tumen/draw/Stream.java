package org.tumen.draw;

/**
 * One named stream of draws: a decision of an actor. Within a run it holds one 64-bit word for each week.
 *
 * <p>Obtained from {@link Streams#register}; its place in the key space is a hash of its name, so that adding an actor
 * or a decision moves no other stream.
 */
public final class Stream {
    private final String name;
    private final long offset;

    Stream(String name, long offset) {
        this.name = name;
        this.offset = offset;
    }

    /** The name, "actor/decision". */
    public String name() {
        return name;
    }

    long offset() {
        return offset;
    }

    @Override
    public String toString() {
        return name;
    }
}
