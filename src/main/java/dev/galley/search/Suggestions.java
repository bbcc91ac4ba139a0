package dev.galley.search;

import dev.galley.search.Analysis.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Completes titles, headings and topics: what begins like the letters typed before what has a word that does. */
final class Suggestions {
    private static final float BEGINS_SO = 8;
    private static final float TITLE = 3;
    private static final float TOPIC = 2;

    /** Many articles have a section of the same name, which is suggested once. */
    private static final int MOST_ROUNDS = 4;

    private static final Sort BEST_AND_NEWEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            LongField.newSortField(IndexField.PUBLISHED_AT, true, SortedNumericSelector.Type.MIN),
            new SortField(IndexField.PLACE, SortField.Type.LONG));

    private final IndexSearcher searcher;
    private final List<String> words;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    Suggestions(IndexSearcher searcher, String typed) {
        this.searcher = searcher;
        this.words = words(typed);
    }

    /** The words of a name as they are compared. */
    static List<String> words(String name) {
        return Analysis.OF_TEXTS.pieces(Language.OTHER, name).stream()
                .map(Piece::term)
                .toList();
    }

    /** Documents of what is suggested, the best first. */
    List<Document> best(int limit, @Nullable String locale) throws IOException {
        List<Document> best = new ArrayList<>();
        if (words.isEmpty()) {
            return best;
        }
        for (int round = 0; round < MOST_ROUNDS && best.size() < limit; round++) {
            ScoreDoc[] found = searcher.search(query(locale), limit * 2, BEST_AND_NEWEST_FIRST).scoreDocs;
            for (ScoreDoc one : found) {
                Document document = searcher.storedFields().document(one.doc);
                if (isNew(document) && best.size() < limit && isPublic(document)) {
                    best.add(document);
                }
            }
            if (found.length < limit * 2) {
                break;
            }
        }
        return best;
    }

    private boolean isNew(Document document) {
        String name = document.get(IndexField.WHOLE_NAME);
        names.add(name);
        return seen.add(document.get(IndexField.KIND) + " " + name);
    }

    /** A topic is public while an article has it. */
    private boolean isPublic(Document document) throws IOException {
        String topic = document.get(IndexField.TOPIC_SLUG);
        return topic == null || new Vocabulary(searcher.getIndexReader()).knows(new Term(IndexField.TOPIC, topic));
    }

    private Query query(@Nullable String locale) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(anyName(), Occur.FILTER)
                .add(scored(Beginning.of(IndexField.WHOLE_NAME, String.join(" ", words)), BEGINS_SO), Occur.SHOULD)
                .add(scored(kind(Kind.ARTICLE), TITLE), Occur.SHOULD)
                .add(scored(kind(Kind.TOPIC), TOPIC), Occur.SHOULD)
                .add(among(names), Occur.MUST_NOT);
        if (locale != null) {
            query.add(
                    new BooleanQuery.Builder()
                            .add(new TermQuery(new Term(IndexField.LOCALE, locale)), Occur.SHOULD)
                            .add(kind(Kind.TOPIC), Occur.SHOULD)
                            .build(),
                    Occur.FILTER);
        }
        return query.build();
    }

    /** With all the words, the last one not yet typed to its end. */
    private Query anyName() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int last = words.size() - 1;
        words.subList(0, last).forEach(word -> all.add(new TermQuery(new Term(IndexField.NAME, word)), Occur.FILTER));
        all.add(Beginning.of(IndexField.NAME, words.get(last)), Occur.FILTER);
        return all.build();
    }

    private static Query kind(Kind kind) {
        return new TermQuery(new Term(IndexField.KIND, kind.value()));
    }

    private static Query among(Collection<String> names) {
        return new TermInSetQuery(
                IndexField.WHOLE_NAME, names.stream().map(BytesRef::new).toList());
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
