package dev.galley.search;

import dev.galley.query.Order;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.BytesRef;

/** A total order of hits: the keys asked for, then the article's id in the direction of the last, then places in it. */
record Sorting(List<SortField> fields) {
    /** How a value of the order is written in a cursor. */
    private static final char NUMBER = 'n';

    private static final char SCORE = 's';
    private static final char BYTES = 'b';

    static Sorting of(List<Order> order) {
        List<SortField> fields = new ArrayList<>();
        order.forEach(key -> fields.add(field(key)));
        boolean descending = order.get(order.size() - 1).descending();
        fields.add(new SortField(IndexField.ARTICLE, SortField.Type.STRING, descending));
        fields.add(new SortField(IndexField.PLACE, SortField.Type.LONG));
        return new Sorting(fields);
    }

    private static SortField field(Order key) {
        return switch (key.name()) {
            case Order.RELEVANCE -> new SortField(null, SortField.Type.SCORE, !key.descending());
            case "publishedAt", "updatedAt", "wordCount" ->
                LongField.newSortField(key.name(), key.descending(), SortedNumericSelector.Type.MIN);
            case "title" -> new SortField(IndexField.TITLE_KEY, SortField.Type.STRING, key.descending());
            default -> throw new IllegalArgumentException(key.name());
        };
    }

    Sort sort() {
        return new Sort(fields.toArray(SortField[]::new));
    }

    Sorting reversed() {
        return new Sorting(fields.stream().map(Sorting::reversed).toList());
    }

    private static SortField reversed(SortField field) {
        return switch (field.getType()) {
            case SCORE, STRING, LONG -> new SortField(field.getField(), field.getType(), !field.getReverse());
            default ->
                LongField.newSortField(
                        String.valueOf(field.getField()), !field.getReverse(), SortedNumericSelector.Type.MIN);
        };
    }

    static List<String> key(FieldDoc hit) {
        return Stream.of(hit.fields).map(Sorting::text).toList();
    }

    private static String text(Object value) {
        if (value instanceof BytesRef bytes) {
            return BYTES + HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
        }
        return (value instanceof Float ? SCORE : NUMBER) + value.toString();
    }

    /** The place that a key of a cursor names; an {@link IllegalArgumentException} where it names none. */
    FieldDoc place(List<String> key, int document) {
        if (key.size() != fields.size()) {
            throw new IllegalArgumentException("another order");
        }
        Object[] values = IntStream.range(0, key.size())
                .mapToObj(i -> value(key.get(i), fields.get(i)))
                .toArray();
        return new FieldDoc(document, Float.NaN, values);
    }

    private static Object value(String text, SortField field) {
        char expected =
                switch (field.getType()) {
                    case SCORE -> SCORE;
                    case STRING -> BYTES;
                    default -> NUMBER;
                };
        if (text.isEmpty() || text.charAt(0) != expected) {
            throw new IllegalArgumentException("another order");
        }
        String value = text.substring(1);
        return switch (expected) {
            case SCORE -> Float.valueOf(value);
            case BYTES -> new BytesRef(HexFormat.of().parseHex(value));
            default -> Long.valueOf(value);
        };
    }
}
