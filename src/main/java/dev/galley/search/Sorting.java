package dev.galley.search;

import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * The order of hits, which is total: the best first, of equal ones those of the newest article, then by their places in
 * it.
 */
final class Sorting {
    private static final int KEYS = 3;

    private Sorting() {}

    static Sort of(boolean backwards) {
        // Lucene has scores the other way round: those not reversed begin with the best.
        return new Sort(
                new SortField(null, SortField.Type.SCORE, backwards),
                new SortField(IndexField.ARTICLE, SortField.Type.STRING, !backwards),
                new SortField(IndexField.PLACE, SortField.Type.LONG, backwards));
    }

    /** Of a hit, as a cursor keeps it. */
    static List<String> key(FieldDoc hit) {
        BytesRef article = (BytesRef) hit.fields[1];
        return List.of(
                hit.fields[0].toString(),
                HexFormat.of().formatHex(article.bytes, article.offset, article.offset + article.length),
                hit.fields[2].toString());
    }

    /** The place that such a key names; an {@link IllegalArgumentException} where it names none. */
    static FieldDoc place(List<String> key, int document) {
        if (key.size() != KEYS) {
            throw new IllegalArgumentException("another order");
        }
        return new FieldDoc(document, Float.NaN, new Object[] {
            Float.valueOf(key.get(0)), new BytesRef(HexFormat.of().parseHex(key.get(1))), Long.valueOf(key.get(2))
        });
    }
}
