package dev.galley.search;

import dev.galley.query.Condition;
import dev.galley.query.ListQuery;
import dev.galley.query.Page;
import dev.galley.query.TextSearch;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;

/** Answers lists that ask for words. */
@ApplicationScoped
class ArticleSearch implements TextSearch {
    private static final Set<String> NAMES = Set.of(IndexField.ARTICLE, IndexField.ID);

    private final SearchIndex index;

    ArticleSearch(SearchIndex index) {
        this.index = index;
    }

    @Override
    public Page<Hit> find(Kind kind, ListQuery query) {
        Asked asked = Asked.of(Objects.requireNonNullElse(query.words(), ""));
        return index.search(newest -> Hits.pinned(newest, query.page(), snapshot -> {
            WordQuery words = words(asked, query.conditions(), snapshot);
            Query hits =
                    query(List.of(dev.galley.search.Kind.valueOf(kind.name())), query.conditions(), words, snapshot);
            Page<FieldDoc> page = new Hits(snapshot, hits, Sorting.of(query.order()), query.page()).page();
            List<Hit> found = new ArrayList<>();
            for (FieldDoc hit : page.data()) {
                Document document = snapshot.searcher().storedFields().document(hit.doc, NAMES);
                found.add(new Hit(id(document, IndexField.ARTICLE), id(document, IndexField.ID)));
            }
            return new Page<>(List.copyOf(found), page.page());
        }));
    }

    static WordQuery words(Asked asked, List<Condition> conditions, Snapshot snapshot) throws IOException {
        return new WordQuery(
                asked,
                Filters.languages(conditions, snapshot.searcher().getIndexReader()),
                snapshot.searcher().getIndexReader());
    }

    /** Where nothing has as many of the words as is usual, what has more of them than anything else. */
    static Query query(
            List<dev.galley.search.Kind> kinds, List<Condition> conditions, WordQuery words, Snapshot snapshot)
            throws IOException {
        Query filters = Filters.of(kinds, conditions);
        int wanted = words.usual();
        Query query = query(words.query(wanted), filters);
        while (wanted > 1 && snapshot.searcher().search(query, 1).scoreDocs.length == 0) {
            wanted--;
            query = query(words.query(wanted), filters);
        }
        return query;
    }

    private static Query query(Query words, Query filters) {
        return new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(filters, Occur.FILTER)
                .build();
    }

    static UUID id(Document document, String field) {
        return UUID.fromString(document.get(field));
    }
}
