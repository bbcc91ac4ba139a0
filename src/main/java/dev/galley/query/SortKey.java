package dev.galley.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a list can be sorted by.
 *
 * @param cell the column; null where the order comes from the words asked for
 */
public record SortKey(String name, @Nullable Cell<?> cell, Parse parse) {
    /** Reads its value back from a cursor. */
    public interface Parse {
        Object read(String text);
    }

    public static SortKey time(String name, Cell<Instant> cell) {
        return new SortKey(name, cell, KeysetQuery.Column::instant);
    }

    public static SortKey number(String name, Cell<? extends Number> cell) {
        return new SortKey(name, cell, Integer::valueOf);
    }

    public static SortKey count(String name, Cell<Long> cell) {
        return new SortKey(name, cell, Long::valueOf);
    }

    public static SortKey text(String name, Cell<String> cell) {
        return new SortKey(name, cell, KeysetQuery.Column::storable);
    }

    static SortKey relevance() {
        return new SortKey(Order.RELEVANCE, null, text -> text);
    }
}
