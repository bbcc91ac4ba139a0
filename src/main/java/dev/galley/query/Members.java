package dev.galley.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The members of an answer as its record has them: what {@code fields=} may name. */
final class Members {
    private static final Map<Type, Members> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, Type> types = new LinkedHashMap<>();

    private Members(Type type) {
        add(type);
    }

    static Members of(Type type) {
        return KNOWN.computeIfAbsent(type, Members::new);
    }

    /** None where it has no members of its own, as a text or a number. */
    Set<String> names() {
        return types.keySet();
    }

    Members of(String name) {
        return of(types.getOrDefault(name, Object.class));
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType list) {
            add(list.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> family && family.isSealed()) {
            // Its members say which of the family each one is.
            types.put("type", String.class);
            Stream.of(family.getPermittedSubclasses()).forEach(this::add);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                    add(component.getGenericType());
                } else {
                    types.putIfAbsent(component.getName(), component.getGenericType());
                }
            }
        }
    }
}
