package dev.galley.search;

import dev.galley.query.Cursor;
import dev.galley.query.Page;
import dev.galley.query.Page.PageInfo;
import dev.galley.query.PageRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * One page of what a query finds, read as lists are: each page begins behind the last hit of the one before. Scores
 * change with everything that is published, so the pages of one reader come from one state of the index as long as it is
 * kept.
 */
final class Hits {
    private final Snapshot snapshot;
    private final Query query;
    private final Sorting sorting;
    private final PageRequest request;

    Hits(Snapshot snapshot, Query query, Sorting sorting, PageRequest request) {
        this.snapshot = snapshot;
        this.query = query;
        this.sorting = sorting;
        this.request = request;
    }

    /** The state of the index that a page is to come from, which a cursor may name. */
    static <T> T pinned(Snapshot newest, PageRequest request, SearchIndex.Search<T> search) throws IOException {
        Cursor cursor = request.cursor();
        Snapshot kept = cursor == null || cursor.key().isEmpty()
                ? null
                : newest.kept(nameOf(cursor.key().get(0)));
        if (kept == null) {
            return search.on(newest);
        }
        try {
            return search.on(kept);
        } finally {
            kept.release();
        }
    }

    private static long nameOf(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    Page<FieldDoc> page() throws IOException {
        Cursor cursor = request.cursor();
        Page<FieldDoc> page = page(cursor);
        // Where nothing is left before the cursor, the page before is the first one.
        return cursor != null && cursor.backwards() && page.data().isEmpty() ? page(null) : page;
    }

    private Page<FieldDoc> page(@Nullable Cursor cursor) throws IOException {
        boolean backwards = cursor != null && cursor.backwards();
        int before = cursor == null ? request.rowsBefore() : 0;
        List<FieldDoc> hits = new ArrayList<>(find(cursor, before + request.limit() + 1));
        hits = new ArrayList<>(hits.subList(Math.min(before, hits.size()), hits.size()));
        boolean more = hits.size() > request.limit();
        if (more) {
            hits.remove(hits.size() - 1);
        }
        if (backwards) {
            Collections.reverse(hits);
        }
        boolean hasNext = backwards || more;
        boolean hasPrev = backwards ? more : cursor != null || before > 0 && !hits.isEmpty();
        return new Page<>(hits, info(hits, cursor, hasNext, hasPrev));
    }

    private PageInfo info(List<FieldDoc> hits, @Nullable Cursor cursor, boolean hasNext, boolean hasPrev)
            throws IOException {
        String next = null;
        String prev = null;
        if ((hasNext || hasPrev) && !(hits.isEmpty() && cursor == null)) {
            String name = Long.toString(snapshot.generation().keep(snapshot.searcher()));
            List<String> first = hits.isEmpty() ? keyOf(cursor) : Sorting.key(hits.get(0));
            List<String> last = hits.isEmpty() ? keyOf(cursor) : Sorting.key(hits.get(hits.size() - 1));
            next = hasNext ? request.encode(cursor(false, name, last)) : null;
            prev = hasPrev ? request.encode(cursor(true, name, first)) : null;
        }
        Long total = request.count() ? (long) snapshot.searcher().count(query) : null;
        return new PageInfo(request.limit(), next, prev, total);
    }

    private static Cursor cursor(boolean backwards, String name, List<String> key) {
        return Cursor.behind(
                backwards, Stream.concat(Stream.of(name), key.stream()).toList());
    }

    private static List<String> keyOf(@Nullable Cursor cursor) {
        return cursor == null ? List.of() : cursor.key().subList(1, cursor.key().size());
    }

    private List<FieldDoc> find(@Nullable Cursor cursor, int count) throws IOException {
        IndexSearcher searcher = snapshot.searcher();
        int documents = searcher.getIndexReader().maxDoc();
        if (documents == 0) {
            return List.of();
        }
        Sorting order = cursor != null && cursor.backwards() ? sorting.reversed() : sorting;
        FieldDoc after = cursor == null ? null : place(order, cursor, documents - 1);
        ScoreDoc[] found = searcher.searchAfter(after, query, count, order.sort(), false).scoreDocs;
        return Arrays.stream(found).map(FieldDoc.class::cast).toList();
    }

    private static FieldDoc place(Sorting order, Cursor cursor, int document) {
        try {
            return order.place(keyOf(cursor), document);
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
