package org.tumen.declare;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A component of a parameter record.
 *
 * @param key its key in files, the name in snake_case
 * @param generic its type with type arguments
 * @param optional true when it may be null
 * @param accessor reads it
 */
public record Component(
        String key, Parameter declaration, Class<?> type, Type generic, boolean optional, Method accessor) {
    private static final Map<Class<?>, List<Component>> KNOWN = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Boolean> DECLARED = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Constructor<?>> CONSTRUCTORS = new ConcurrentHashMap<>();

    /**
     * The declared components of a record, in order.
     *
     * @throws IllegalStateException when one lacks its declaration
     */
    public static List<Component> of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, Component::read);
    }

    /** Whether a type is a record of declared parameters, rather than one that a {@link Form} reads in its own way. */
    public static boolean declared(Class<?> type) {
        return type.isRecord()
                && DECLARED.computeIfAbsent(
                        type,
                        record -> Arrays.stream(Objects.requireNonNull(record.getRecordComponents()))
                                .allMatch(component -> component.isAnnotationPresent(Parameter.class)));
    }

    private static List<Component> read(Class<?> type) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : Objects.requireNonNull(type.getRecordComponents())) {
            Parameter declaration = component.getAnnotation(Parameter.class);
            if (declaration == null) {
                throw new IllegalStateException(
                        type.getName() + "." + component.getName() + " is not declared as a parameter");
            }
            component.getAccessor().setAccessible(true);
            components.add(new Component(
                    declaration.key().isEmpty() ? key(component.getName()) : declaration.key(),
                    declaration,
                    component.getType(),
                    component.getGenericType(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    component.getAccessor()));
        }
        return List.copyOf(components);
    }

    /** A name in snake_case. */
    public static String key(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The component's value in a record. */
    @Nullable
    public Object of(Record holder) {
        try {
            return accessor.invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A record with the given values of its components.
     *
     * @throws IllegalArgumentException as the record's constructor does
     */
    public static <T> T create(Class<T> type, @Nullable Object[] values) {
        try {
            @SuppressWarnings("unchecked") // the map holds the constructor of each class under the class
            Constructor<T> constructor = (Constructor<T>) CONSTRUCTORS.computeIfAbsent(type, Component::canonical);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException illegal) {
                throw illegal;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same record with another value of one component.
     *
     * @throws IllegalArgumentException as the record's constructor does
     */
    public static <T extends Record> T changed(T holder, Predicate<Component> changed, @Nullable Object value) {
        @Nullable
        Object[] values = of(holder.getClass()).stream()
                .map(component -> changed.test(component) ? value : component.of(holder))
                .toArray();
        @SuppressWarnings("unchecked") // the class of a T makes a T
        T made = (T) create(holder.getClass(), values);
        return made;
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Arrays.stream(Objects.requireNonNull(type.getRecordComponents()))
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
