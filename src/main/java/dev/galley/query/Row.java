package dev.galley.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a list, with those cells that were read. */
public final class Row {
    private final List<Cell<?>> cells;
    private final Object[] values;

    Row(List<Cell<?>> cells, Object[] values) {
        this.cells = cells;
        this.values = values;
    }

    /** Null where the column is, or where the cell wasn't read, since nobody asked for what shows it. */
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T> T get(Cell<T> cell) {
        return (T) value(cell);
    }

    public int getInt(Cell<Integer> cell) {
        return value(cell) instanceof Integer number ? number : 0;
    }

    public long getLong(Cell<Long> cell) {
        return value(cell) instanceof Long number ? number : 0;
    }

    private @Nullable Object value(Cell<?> cell) {
        int place = cells.indexOf(cell);
        return place < 0 ? null : values[place];
    }
}
