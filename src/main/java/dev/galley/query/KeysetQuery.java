package dev.galley.query;

import dev.galley.platform.Unicode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * A list in a total order, read page by page: each page begins behind the key of the last row of the one before, so
 * that what is published meanwhile neither repeats nor hides a row.
 *
 * @param select the HQL up to its where clause, giving one {@code type} a row
 * @param order the columns of the order; together they are unique
 * @param key a row's values of those columns, without those that are constant
 */
public record KeysetQuery<T>(Class<T> type, String select, List<Column> order, Function<T, List<Object>> key) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** A column of the order; {@code parse} reads its value back from a cursor. */
    public record Column(
            String expression, boolean descending, @Nullable Function<String, Object> parse) {
        /** One that all rows have in common: H2 takes an index that begins with it only where the order does too. */
        public static Column constant(String expression, boolean descending) {
            return new Column(expression, descending, null);
        }

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
                return Objects.requireNonNull(parse).apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Cursor.invalid();
            }
        }

        /** Of the years that both databases know. */
        static Instant instant(String text) {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new DateTimeException("out of range");
            }
            return instant;
        }

        static String storable(String text) {
            if (!Unicode.isStorable(text)) {
                throw new IllegalArgumentException("no text");
            }
            return text;
        }
    }

    public Page<T> fetch(EntityManager database, Conditions conditions, PageRequest request) {
        int before = request.rowsBefore();
        Cursor cursor = request.cursor();
        Long total = request.count() ? count(database, conditions) : null;
        List<T> rows = rows(database, conditions.copy(), request, cursor, before);
        if (cursor != null && cursor.backwards() && rows.isEmpty()) {
            // Where nothing is left before the cursor, the page before is the first one.
            cursor = null;
            rows = rows(database, conditions.copy(), request, null, 0);
        }
        return page(rows, request, cursor, before, total);
    }

    /** One row more than asked for where there is another page. */
    private List<T> rows(
            EntityManager database, Conditions conditions, PageRequest request, @Nullable Cursor cursor, int before) {
        boolean backwards = cursor != null && cursor.backwards();
        if (cursor != null) {
            conditions.and(behind(cursor, conditions));
        }
        return query(database, conditions, " order by " + orderBy(backwards))
                .setFirstResult(before)
                .setMaxResults(request.limit() + 1)
                .getResultList();
    }

    private long count(EntityManager database, Conditions conditions) {
        return query(database, conditions, "").unwrap(SelectionQuery.class).getResultCount();
    }

    private TypedQuery<T> query(EntityManager database, Conditions conditions, String order) {
        TypedQuery<T> query = database.createQuery(select + conditions.where() + order, type);
        conditions.values().forEach(query::setParameter);
        return query;
    }

    private Page<T> page(
            List<T> found, PageRequest request, @Nullable Cursor cursor, int before, @Nullable Long total) {
        boolean backwards = cursor != null && cursor.backwards();
        boolean more = found.size() > request.limit();
        List<T> rows = new ArrayList<>(more ? found.subList(0, request.limit()) : found);
        if (backwards) {
            Collections.reverse(rows);
        }
        boolean hasNext = backwards || more;
        boolean hasPrev = backwards ? more : cursor != null || before > 0 && !rows.isEmpty();
        return new Page<>(
                rows,
                new Page.PageInfo(
                        request.limit(),
                        hasNext ? request.encode(Cursor.behind(false, keyOf(rows.get(rows.size() - 1)))) : null,
                        hasPrev ? request.encode(prev(rows, cursor)) : null,
                        total));
    }

    /** A page behind the last row may have turned out empty. */
    private Cursor prev(List<T> rows, @Nullable Cursor cursor) {
        return rows.isEmpty() ? Cursor.backFrom(keyOf(cursor)) : Cursor.behind(true, keyOf(rows.get(0)));
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

    /** {@code a <= :key0 and (a < :key0 or b < :key1 …)}, as the order goes: an index is read from the key on. */
    private String behind(Cursor cursor, Conditions conditions) {
        List<Column> keys =
                order.stream().filter(column -> column.parse() != null).toList();
        if (cursor.key().size() != keys.size()) {
            throw Cursor.invalid();
        }
        String condition = "";
        for (int i :
                IntStream.range(0, keys.size()).map(n -> keys.size() - 1 - n).toArray()) {
            Column column = keys.get(i);
            String name = "key" + i;
            conditions.bind(name, column.valueOf(cursor.key().get(i)));
            String sign = column.descending() != cursor.backwards() ? "<" : ">";
            String behind = column.expression() + " " + sign + " :" + name;
            condition = condition.isEmpty()
                    ? column.expression() + " " + sign + (cursor.includesKey() ? "=" : "") + " :" + name
                    : column.expression() + " " + sign + "= :" + name + " and (" + behind + " or " + condition + ")";
        }
        return condition;
    }
}
