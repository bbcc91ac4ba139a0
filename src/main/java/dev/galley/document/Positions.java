package dev.galley.document;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Places in a list: 0-based in the resulting list, the end where none is given. */
final class Positions {
    private Positions() {}

    static <T> List<T> insert(List<T> list, T part, @Nullable Integer position) {
        int index = position == null ? list.size() : position;
        if (index < 0 || index > list.size()) {
            throw Problem.member(
                    "/position", InputError.INVALID, "The position must be from 0 to " + list.size() + " here.");
        }
        List<T> longer = new ArrayList<>(list);
        longer.add(index, part);
        return List.copyOf(longer);
    }

    static <T> List<T> without(List<T> list, Predicate<T> which) {
        return list.stream().filter(which.negate()).toList();
    }
}
