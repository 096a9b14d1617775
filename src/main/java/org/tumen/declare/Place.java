package org.tumen.declare;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Paths;

/**
 * Where a value stands.
 *
 * @param type what is declared to stand there
 * @param declaration its declaration, or that of the list or map around it
 * @param path its path; empty at the top
 * @param scope what decides how some values below are read, such as an actor's role; null outside of any
 */
public record Place(Type type, Parameter declaration, String path, @Nullable Object scope) {
    /** The place of a component of a record at this place. */
    Place of(Component component) {
        return new Place(component.generic(), component.declaration(), Paths.under(path, component.key()), scope);
    }

    /** This place for values of another type. */
    public Place of(Type other) {
        return new Place(other, declaration, path, scope);
    }

    /** The place of an entry of a list or a map at this place. */
    Place entry(Type element, String below) {
        return new Place(element, declaration, below, scope);
    }

    /** This place within a scope. */
    public Place within(@Nullable Object other) {
        return new Place(type, declaration, path, other);
    }
}
