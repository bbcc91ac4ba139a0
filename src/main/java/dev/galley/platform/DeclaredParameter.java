package dev.galley.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query parameter as callers are told of it; {@code values} are all there are, or empty where it takes any. */
public record DeclaredParameter(
        String name,
        Type type,
        String description,
        @Nullable String example,
        List<String> values) {
    /** What its text is read as; a list is comma separated. */
    public enum Type {
        TEXT,
        LIST,
        INTEGER,
        TIME
    }

    public static DeclaredParameter of(String name, Type type, String description, @Nullable String example) {
        return new DeclaredParameter(name, type, description, example, List.of());
    }
}
