package dev.galley.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list was asked for, with every name and value checked.
 *
 * @param words those of {@code q}, anything at all; null where none were asked for
 * @param order as asked for, without the ids that break ties; never empty
 * @param members those of each item that are shown
 */
public record ListQuery(
        List<Condition> conditions, @Nullable String words, List<Order> order, Set<String> members, PageRequest page) {
    /** The condition on a filter, where it asks for one value alone. */
    public Optional<Condition> single(String filter) {
        return conditions.stream()
                .filter(condition -> condition.name().equals(filter)
                        && condition.operator() == Operator.ANY
                        && condition.values().size() == 1)
                .findFirst();
    }

    /** With one condition less. */
    public ListQuery without(Condition condition) {
        return new ListQuery(
                conditions.stream().filter(other -> other != condition).toList(), words, order, members, page);
    }
}
