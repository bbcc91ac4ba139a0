package dev.galley.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, as it is answered. */
public record Page<T>(List<T> data, PageInfo page) implements Paged {
    /** Where the page stands; {@code next} and {@code prev} are cursors, null at the ends. */
    public record PageInfo(
            int limit,
            @Nullable String next,
            @Nullable String prev,
            @Nullable Long total) {}

    /** All there is, on one page. */
    public static <T> Page<T> whole(List<T> data) {
        return new Page<>(data, new PageInfo(data.size(), null, null, (long) data.size()));
    }

    public <R> Page<R> map(Function<List<T>, List<R>> views) {
        return new Page<>(views.apply(data), page);
    }
}
