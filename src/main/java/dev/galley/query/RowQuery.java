package dev.galley.query;

import dev.galley.query.KeysetQuery.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, read with those columns alone that somebody asked for.
 *
 * @param from the HQL from there up to its where clause
 * @param cells what is read beside the keys of the order
 * @param constant a column that the conditions leave one value of, where the order begins with it
 * @param order together they are unique
 */
public record RowQuery(
        String from, Collection<Cell<?>> cells, @Nullable Cell<?> constant, List<Ordered> order) {
    /** A key of the order; {@code parse} reads its value back from a cursor. */
    public record Ordered(Cell<?> cell, boolean descending, SortKey.Parse parse) {
        private Column column() {
            return new Column(cell.expression(), descending, parse::read);
        }
    }

    public Page<Row> fetch(EntityManager database, Conditions conditions, PageRequest page) {
        List<Cell<?>> read = Stream.concat(order.stream().map(Ordered::cell), cells.stream())
                .distinct()
                .collect(Collectors.toList());
        KeysetQuery<Object[]> query =
                new KeysetQuery<>(Object[].class, select(read), columns(), row -> Arrays.asList(row)
                        .subList(0, order.size()));
        return query.fetch(database, conditions, page)
                .map(rows -> rows.stream().map(row -> new Row(read, row)).toList());
    }

    /** All that the conditions leave, in no order. */
    public List<Row> list(EntityManager database, Conditions conditions) {
        List<Cell<?>> read = cells.stream().distinct().collect(Collectors.toList());
        TypedQuery<Object[]> query = database.createQuery(select(read) + conditions.where(), Object[].class);
        conditions.values().forEach(query::setParameter);
        return query.getResultStream().map(row -> new Row(read, row)).toList();
    }

    private List<Column> columns() {
        return Stream.concat(
                        // Indexes have it ascending and what comes behind it descending; read from their end, the
                        // reverse.
                        Stream.ofNullable(constant)
                                .map(cell -> Column.constant(
                                        cell.expression(), !order.get(0).descending())),
                        order.stream().map(Ordered::column))
                .toList();
    }

    private String select(List<Cell<?>> read) {
        return read.stream().map(Cell::expression).collect(Collectors.joining(", ", "select ", " " + from));
    }
}
