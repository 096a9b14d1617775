package org.tumen.spark;

import java.io.Serializable;

/** Is asked at the start of each task, on the executor; tests let some attempts fail there, as a lost executor does. */
@FunctionalInterface
interface TaskFault extends Serializable {
    /** Every attempt is let through. */
    TaskFault NONE = (partition, attempt) -> {};

    /** Throws to let an attempt at a partition fail; attempts count from 0. */
    void strike(int partition, int attempt);
}
