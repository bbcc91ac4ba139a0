package dev.galley.search;

import dev.galley.article.ArticleReference;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** A hit with what the index knows to show of it. */
record FoundEntry(
        Kind kind,
        float score,
        UUID article,
        @Nullable String anchor,
        @Nullable String title,
        String text,
        String highlight) {
    private static final List<Kind> PARTS = List.of(Kind.SECTION, Kind.FAQ, Kind.TAKEAWAY);

    /** As it is in the newest state of the index; null where it is no longer there. */
    static @Nullable FoundEntry of(FieldDoc hit, Snapshot snapshot, Snapshot newest, WordQuery words)
            throws IOException {
        Document document = snapshot.searcher().storedFields().document(hit.doc);
        Document current = snapshot.searcher() == newest.searcher() ? document : current(document, newest.searcher());
        if (current == null) {
            return null;
        }
        Kind kind = Kind.byValue(current.get(IndexField.KIND)).orElseThrow();
        return new FoundEntry(
                kind,
                (Float) hit.fields[0],
                UUID.fromString(current.get(IndexField.ARTICLE)),
                current.get(IndexField.ANCHOR),
                current.get(IndexField.SHOWN_TITLE),
                text(current),
                new Showing(current, newest.searcher(), words).highlight());
    }

    SearchHit hit(ArticleReference reference) {
        boolean isFaq = kind == Kind.FAQ;
        String shownTitle = kind == Kind.ARTICLE || title == null ? reference.title() : title;
        return new SearchHit(
                kind.value(),
                score,
                reference,
                anchor,
                shownTitle,
                highlight,
                isFaq ? title : null,
                isFaq ? text : null);
    }

    private static @Nullable Document current(Document old, IndexSearcher newest) throws IOException {
        Query same = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexField.ID, old.get(IndexField.ID))), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.ARTICLE, old.get(IndexField.ARTICLE))), Occur.FILTER)
                .build();
        ScoreDoc[] found = newest.search(same, 1).scoreDocs;
        return found.length == 0 ? null : newest.storedFields().document(found[0].doc);
    }

    private static String text(Document document) {
        return Objects.requireNonNullElse(document.get(IndexField.SHOWN_TEXT), "");
    }

    /** Finds the passage to show of a hit. */
    private record Showing(Document document, IndexSearcher searcher, WordQuery words) {
        private String highlight() throws IOException {
            String text = text(document);
            Optional<String> marked = marked(text);
            if (marked.isEmpty() && Kind.ARTICLE.value().equals(document.get(IndexField.KIND))) {
                marked = ofBestPart();
            }
            String title = document.get(IndexField.SHOWN_TITLE);
            if (marked.isEmpty() && title != null) {
                marked = marked(title);
            }
            return marked.orElseGet(() -> Highlights.beginning(text.isEmpty() && title != null ? title : text));
        }

        /** Of a part of the article that has any of the words. */
        private Optional<String> ofBestPart() throws IOException {
            Query part = new BooleanQuery.Builder()
                    .add(words.any(), Occur.MUST)
                    .add(new TermQuery(new Term(IndexField.ARTICLE, document.get(IndexField.ARTICLE))), Occur.FILTER)
                    .add(Filters.of(PARTS, List.of()), Occur.FILTER)
                    .build();
            ScoreDoc[] best = searcher.search(part, 1).scoreDocs;
            return best.length == 0
                    ? Optional.empty()
                    : marked(text(searcher.storedFields().document(best[0].doc)));
        }

        private Optional<String> marked(String text) throws IOException {
            Language language = Language.of(document.get(IndexField.LOCALE));
            return text.isEmpty() ? Optional.empty() : new Highlights(words).marked(language, text);
        }
    }
}
