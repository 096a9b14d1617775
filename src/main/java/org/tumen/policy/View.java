package org.tumen.policy;

import java.time.LocalDate;
import org.tumen.world.PublicRecord;

/** What an actor may know when it decides. Views are read at once and not kept: they change with the world. */
public interface View {
    /** Weeks since the start, from 0. */
    int week();

    /** The first day of the week. */
    LocalDate date();

    /** What everybody sees. */
    PublicRecord record();
}
