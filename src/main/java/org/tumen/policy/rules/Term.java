package org.tumen.policy.rules;

import java.util.List;
import org.tumen.policy.View;
import org.tumen.world.Question;

/**
 * A checked and compiled piece of a rule's condition. It reads the actor's view and the question that is put, and can do
 * nothing else: no term loops, calls, allocates or throws.
 */
sealed interface Term {
    /** What values it has, in words. */
    String kind();

    /** A number; arithmetic is that of IEEE 754 doubles, division included. */
    record Number(ReadNumber read) implements Term {
        @Override
        public String kind() {
            return "number";
        }
    }

    /** True or false. */
    record Truth(ReadTruth read) implements Term {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    /** A day, as the number of days since 1970-01-01; it compares with other days and with quoted dates. */
    record Day(ReadNumber read) implements Term {
        @Override
        public String kind() {
            return "date";
        }
    }

    /** One of several words. */
    record Word(ReadWord read, List<String> words) implements Term {
        @Override
        public String kind() {
            return String.join(", ", words);
        }
    }

    @FunctionalInterface
    interface ReadNumber {
        double read(View view, Question question);
    }

    @FunctionalInterface
    interface ReadTruth {
        boolean read(View view, Question question);
    }

    @FunctionalInterface
    interface ReadWord {
        String read(View view, Question question);
    }
}
