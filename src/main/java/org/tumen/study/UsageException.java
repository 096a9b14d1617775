package org.tumen.study;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Arguments that cannot be used: said to the user, exit status 2. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }

    /**
     * What is made of arguments.
     *
     * @param whose stands before what is wrong with them, such as "--flip: "; may be empty
     * @throws UsageException with what an {@link IllegalArgumentException} says
     */
    public static <T extends @Nullable Object> T unlessRefused(String whose, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(whose + e.getMessage());
        }
    }
}
