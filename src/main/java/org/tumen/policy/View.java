package org.tumen.policy;

import org.tumen.world.PublicRecord;

/** What an actor may know when it decides. Views are read at once and not kept: they change with the world. */
public interface View {
    /** The week, from 0. */
    int week();

    /** What everybody sees. */
    PublicRecord record();
}
