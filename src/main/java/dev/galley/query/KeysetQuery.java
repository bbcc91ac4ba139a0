package dev.galley.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list in a total order, read page by page: each page begins behind the key of the last row of the one before, so
 * that what is published meanwhile neither repeats nor hides a row.
 *
 * @param select the HQL up to its where clause, giving one {@code type} a row
 * @param order the columns of the order; together they are unique
 * @param key a row's values of those columns
 */
public record KeysetQuery<T>(Class<T> type, String select, List<Column> order, Function<T, List<Object>> key) {
    /** A column of the order; {@code parse} reads its value back from a cursor. */
    public record Column(String expression, boolean descending, Function<String, Object> parse) {
        public static Column newest(String expression) {
            return new Column(expression, true, Instant::parse);
        }

        public static Column lastId(String expression) {
            return new Column(expression, true, UUID::fromString);
        }

        public static Column position(String expression) {
            return new Column(expression, false, Integer::valueOf);
        }

        public static Column text(String expression) {
            return new Column(expression, false, text -> text);
        }
    }

    public Page<T> fetch(EntityManager database, Conditions conditions, PageRequest request) {
        Cursor cursor = request.cursor();
        boolean backwards = cursor != null && cursor.backwards();
        if (cursor != null) {
            conditions.and(behind(cursor, conditions));
        }
        TypedQuery<T> query =
                database.createQuery(select + conditions.where() + " order by " + orderBy(backwards), type);
        conditions.values().forEach(query::setParameter);
        // One more than asked tells whether there is another page.
        List<T> rows = new ArrayList<>(query.setMaxResults(request.limit() + 1).getResultList());
        boolean more = rows.size() > request.limit();
        if (more) {
            rows.remove(rows.size() - 1);
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        return page(rows, request, cursor, more);
    }

    private Page<T> page(List<T> rows, PageRequest request, @Nullable Cursor cursor, boolean more) {
        boolean backwards = cursor != null && cursor.backwards();
        boolean hasNext = backwards || more;
        boolean hasPrev = backwards ? more : cursor != null;
        List<String> first = rows.isEmpty() ? keyOf(cursor) : keyOf(rows.get(0));
        List<String> last = rows.isEmpty() ? keyOf(cursor) : keyOf(rows.get(rows.size() - 1));
        return new Page<>(
                rows,
                new Page.PageInfo(
                        request.limit(),
                        hasNext ? request.encode(new Cursor(false, last)) : null,
                        hasPrev ? request.encode(new Cursor(true, first)) : null,
                        null));
    }

    private List<String> keyOf(T row) {
        return key.apply(row).stream().map(String::valueOf).toList();
    }

    private static List<String> keyOf(@Nullable Cursor cursor) {
        return cursor == null ? List.of() : cursor.key();
    }

    private String orderBy(boolean backwards) {
        return order.stream()
                .map(column -> column.expression() + (column.descending() != backwards ? " desc" : " asc"))
                .collect(Collectors.joining(", "));
    }

    /** {@code a < :key0 or a = :key0 and (b < :key1 or …)}, as the order goes. */
    private String behind(Cursor cursor, Conditions conditions) {
        String condition = "";
        for (int i :
                IntStream.range(0, order.size()).map(n -> order.size() - 1 - n).toArray()) {
            Column column = order.get(i);
            String name = "key" + i;
            conditions.bind(name, column.parse().apply(cursor.key().get(i)));
            String sign = column.descending() != cursor.backwards() ? "<" : ">";
            String behind = column.expression() + " " + sign + " :" + name;
            condition = condition.isEmpty()
                    ? behind
                    : behind + " or " + column.expression() + " = :" + name + " and (" + condition + ")";
        }
        return condition;
    }
}
