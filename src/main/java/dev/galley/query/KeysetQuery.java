package dev.galley.query;

import dev.galley.platform.Unicode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.DateTimeException;
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
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** A column of the order; {@code parse} reads its value back from a cursor. */
    public record Column(String expression, boolean descending, Function<String, Object> parse) {
        public static Column newest(String expression) {
            return new Column(expression, true, Column::instant);
        }

        public static Column oldest(String expression) {
            return new Column(expression, false, Column::instant);
        }

        public static Column firstId(String expression) {
            return new Column(expression, false, UUID::fromString);
        }

        public static Column lastId(String expression) {
            return new Column(expression, true, UUID::fromString);
        }

        public static Column position(String expression) {
            return new Column(expression, false, Integer::valueOf);
        }

        public static Column text(String expression) {
            return new Column(expression, false, Column::storable);
        }

        private Object valueOf(String text) {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Cursor.invalid();
            }
        }

        /** Of the years that both databases know. */
        private static Instant instant(String text) {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new DateTimeException("out of range");
            }
            return instant;
        }

        private static String storable(String text) {
            if (!Unicode.isStorable(text)) {
                throw new IllegalArgumentException("no text");
            }
            return text;
        }
    }

    public Page<T> fetch(EntityManager database, Conditions conditions, PageRequest request) {
        Cursor cursor = request.cursor();
        Page<T> page = fetch(database, conditions.copy(), request, cursor);
        // Where nothing is left before the cursor, the page before is the first one.
        return cursor != null && cursor.backwards() && page.data().isEmpty()
                ? fetch(database, conditions.copy(), request, null)
                : page;
    }

    private Page<T> fetch(EntityManager database, Conditions conditions, PageRequest request, @Nullable Cursor cursor) {
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
        if (cursor.key().size() != order.size()) {
            throw Cursor.invalid();
        }
        String condition = "";
        for (int i :
                IntStream.range(0, order.size()).map(n -> order.size() - 1 - n).toArray()) {
            Column column = order.get(i);
            String name = "key" + i;
            conditions.bind(name, column.valueOf(cursor.key().get(i)));
            String sign = column.descending() != cursor.backwards() ? "<" : ">";
            String behind = column.expression() + " " + sign + " :" + name;
            condition = condition.isEmpty()
                    ? behind
                    : behind + " or " + column.expression() + " = :" + name + " and (" + condition + ")";
        }
        return condition;
    }
}
