package dev.galley.platform;

import java.util.List;

/** A table of query parameters; it is made by its constructor without arguments. */
public interface DeclaredParameters {
    List<DeclaredParameter> parameters();

    static DeclaredParameters of(Class<? extends DeclaredParameters> table) {
        try {
            return table.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(table + " has no public constructor without arguments", e);
        }
    }
}
