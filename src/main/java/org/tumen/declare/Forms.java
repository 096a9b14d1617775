package org.tumen.declare;

import java.lang.reflect.Type;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The forms that plug in, and the plain one. */
final class Forms {
    /** Values that have nothing special. */
    private static final Form PLAIN = (type, scope) -> true;

    private static final List<Form> PLUGGED = ServiceLoader.load(Form.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    // Scenarios are written and remade for every point of a design: what form a value has is looked up once a class.
    private static final ClassValue<Form> OF_VALUES = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return of(type, null);
        }
    };

    private Forms() {}

    /** The form of the values at a place. */
    static Form of(Place place) {
        return of(place.type(), place.scope());
    }

    static Form of(Type type, @Nullable Object scope) {
        for (Form form : PLUGGED) {
            if (form.takes(type, scope)) {
                return form;
            }
        }
        return PLAIN;
    }

    /** The form of a value, whatever its scope. */
    static Form of(Object value) {
        return OF_VALUES.get(value.getClass());
    }
}
