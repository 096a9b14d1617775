package org.tumen.declare;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands.
 *
 * @param type what is declared to stand there
 * @param declaration its declaration, or that of the list or map around it
 * @param path its path; empty at the top
 * @param scope what decides how some values below are read, such as an actor's role; null outside of any
 * @param entry whether it is an entry of a list or map, whose names the declaration's pattern does not restrict
 */
public record Place(
        Type type,
        Parameter declaration,
        String path,
        @Nullable Object scope,
        boolean entry) {
    /** The place of a component of a record at a path. */
    static Place of(Component component, String path, @Nullable Object scope) {
        return new Place(component.generic(), component.declaration(), path, scope, false);
    }

    /** Where the default comes from: as it is declared, else of a number as is usual. */
    String basis(Parameter.@Nullable Basis usual) {
        boolean number = type == double.class || type == int.class;
        boolean silent =
                declaration.basis().isEmpty() && number && !declaration.value().isEmpty();
        return silent && usual != null ? usual.value() : declaration.basis();
    }

    /** Where the prior comes from, likewise. */
    String priorBasis(Parameter.@Nullable Basis usual) {
        boolean silent =
                declaration.priorBasis().isEmpty() && !declaration.prior().isEmpty();
        return silent && usual != null ? usual.prior() : declaration.priorBasis();
    }

    /** This place for values of another type. */
    public Place of(Type other) {
        return new Place(other, declaration, path, scope, entry);
    }

    /** The place of an entry of a list or a map at this place. */
    public Place entry(Type element, String below) {
        return new Place(element, declaration, below, scope, true);
    }
}
