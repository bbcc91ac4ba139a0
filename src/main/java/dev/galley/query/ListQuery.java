package dev.galley.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list was asked for, with every name and value checked.
 *
 * @param words those of {@code q}, anything at all; null where none were asked for
 * @param order as asked for, without the ids that break ties; never empty
 */
public record ListQuery(
        List<Condition> conditions, @Nullable String words, List<Order> order, PageRequest page) {}
