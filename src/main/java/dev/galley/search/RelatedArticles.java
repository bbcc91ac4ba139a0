package dev.galley.search;

import dev.galley.article.Article;
import dev.galley.article.ArticleSummaries;
import dev.galley.article.ArticleSummary;
import dev.galley.article.NearArticles;
import dev.galley.article.RelatedArticle;
import dev.galley.delivery.Dependencies;
import dev.galley.search.Analysis.Piece;
import dev.galley.taxonomy.ArticleTopic;
import dev.galley.text.TextForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.ClassicSimilarity;

/** The articles nearest to one: those that share its topics and its telling words, in its own locale. */
@ApplicationScoped
public class RelatedArticles implements NearArticles {
    private static final int MOST = 10;
    private static final int MOST_WORDS = 25;
    private static final int MOST_REASONS = 5;

    /** A word that stands in more of the articles than that tells nothing; never fewer than so many articles. */
    private static final double MOST_ARTICLES = 0.3;

    private static final int FEW_ARTICLES = 5;
    private static final int MOST_TOKENS = 50_000;

    /** How much a topic counts beside a telling word: topics are chosen, words may be chance. */
    private static final float TOPIC = 4;

    private final SearchIndex index;
    private final ArticleSummaries summaries;

    RelatedArticles(SearchIndex index, ArticleSummaries summaries) {
        this.index = index;
        this.summaries = summaries;
    }

    static String field(Language language) {
        return "said" + language.suffix();
    }

    @Override
    public List<RelatedArticle> to(Article article, TextForm form) {
        Dependencies.search();
        List<String> said = ArticleEntries.said(article);
        List<String> topics = ArticleTopic.ofArticles(List.of(article.id)).stream()
                .map(link -> link.topic.slug)
                .toList();
        Map<UUID, List<RelatedArticle.Reason>> near =
                index.search(snapshot -> new Comparison(article, topics, said, snapshot.searcher()).nearest());
        Map<UUID, ArticleSummary> shown = summaries.of(near.keySet(), form);
        return near.entrySet().stream()
                .flatMap(one -> Stream.ofNullable(shown.get(one.getKey()))
                        .map(summary -> new RelatedArticle(summary, one.getValue())))
                .toList();
    }

    /** That two articles have the number 100 in them says nothing. */
    private static boolean isWord(BoostQuery word) {
        return ((TermQuery) word.getQuery()).getTerm().text().codePoints().anyMatch(Character::isLetter);
    }

    /** One article against all others. */
    private static final class Comparison {
        private final Article article;
        private final Language language;
        private final List<String> topics;
        private final List<String> said;
        private final IndexSearcher searcher;

        private Comparison(Article article, List<String> topics, List<String> said, IndexSearcher searcher) {
            this.article = article;
            this.language = Language.of(article.locale);
            this.topics = topics;
            this.said = said;
            this.searcher = searcher;
        }

        private Map<UUID, List<RelatedArticle.Reason>> nearest() throws IOException {
            Map<Term, Float> words = tellingWords();
            Query alike = alike(words);
            Query query = new BooleanQuery.Builder()
                    .add(alike, Occur.MUST)
                    .add(term(IndexField.KIND, Kind.ARTICLE.value()), Occur.FILTER)
                    .add(term(IndexField.LOCALE, article.locale), Occur.FILTER)
                    .add(term(IndexField.ARTICLE, article.id.toString()), Occur.MUST_NOT)
                    .build();
            Map<String, String> written = asWritten();
            org.apache.lucene.search.Weight matching =
                    searcher.createWeight(searcher.rewrite(alike), ScoreMode.COMPLETE_NO_SCORES, 1);
            Map<UUID, List<RelatedArticle.Reason>> nearest = new LinkedHashMap<>();
            for (ScoreDoc hit : searcher.search(query, MOST).scoreDocs) {
                String id = searcher.storedFields().document(hit.doc).get(IndexField.ARTICLE);
                nearest.put(UUID.fromString(id), reasons(matching, hit.doc, words, written));
            }
            return nearest;
        }

        private Query alike(Map<Term, Float> words) throws IOException {
            BooleanQuery.Builder alike = new BooleanQuery.Builder();
            int articles = Math.max(1, searcher.getIndexReader().getDocCount(field(language)));
            for (String topic : topics) {
                int with = searcher.count(new BooleanQuery.Builder()
                        .add(term(IndexField.TOPIC, topic), Occur.FILTER)
                        .add(term(IndexField.KIND, Kind.ARTICLE.value()), Occur.FILTER)
                        .build());
                float rarity = (float) Math.log(1 + (double) articles / Math.max(1, with));
                Query same = new ConstantScoreQuery(term(IndexField.TOPIC, topic));
                alike.add(NamedMatches.wrapQuery("#" + topic, new BoostQuery(same, TOPIC * rarity)), Occur.SHOULD);
            }
            words.forEach((word, boost) -> alike.add(
                    NamedMatches.wrapQuery(word.text(), new BoostQuery(new TermQuery(word), boost)), Occur.SHOULD));
            return alike.build();
        }

        /** Frequent here and rare elsewhere, the strongest first. */
        private Map<Term, Float> tellingWords() throws IOException {
            int articles = searcher.getIndexReader().getDocCount(field(language));
            MoreLikeThis alike = new MoreLikeThis(searcher.getIndexReader(), new ClassicSimilarity());
            alike.setAnalyzer(Analysis.OF_TEXTS);
            alike.setFieldNames(new String[] {field(language)});
            alike.setMinTermFreq(1);
            alike.setMinDocFreq(2);
            alike.setMaxDocFreq(Math.max(FEW_ARTICLES, (int) (articles * MOST_ARTICLES)));
            alike.setMinWordLen(2);
            alike.setMaxQueryTerms(MOST_WORDS * 2);
            alike.setMaxNumTokensParsed(MOST_TOKENS);
            alike.setStopWords(language.stopTerms());
            alike.setBoost(true);
            BooleanQuery query = (BooleanQuery) alike.like(Map.of(field(language), new ArrayList<Object>(said)));
            Map<Term, Float> words = new LinkedHashMap<>();
            query.clauses().stream()
                    .map(BooleanClause::getQuery)
                    .map(clause -> clause instanceof BoostQuery boosted ? boosted : new BoostQuery(clause, 1))
                    .filter(RelatedArticles::isWord)
                    .sorted(Comparator.comparing(BoostQuery::getBoost).reversed())
                    .limit(MOST_WORDS)
                    .forEach(boosted -> words.put(((TermQuery) boosted.getQuery()).getTerm(), boosted.getBoost()));
            return words;
        }

        /** For each term the form in which it stands here most often. */
        private Map<String, String> asWritten() {
            Map<String, Map<String, Integer>> forms = new HashMap<>();
            for (String text : said) {
                for (Piece piece : Analysis.OF_TEXTS.pieces(language, text)) {
                    forms.computeIfAbsent(piece.term(), term -> new LinkedHashMap<>())
                            .merge(text.substring(piece.start(), piece.end()), 1, Integer::sum);
                }
            }
            Map<String, String> written = new HashMap<>();
            forms.forEach((term, counts) -> written.put(
                    term,
                    Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                            .getKey()));
            return written;
        }

        private List<RelatedArticle.Reason> reasons(
                org.apache.lucene.search.Weight matching,
                int document,
                Map<Term, Float> words,
                Map<String, String> written)
                throws IOException {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
            Matches matches = matching.matches(leaf, document - leaf.docBase);
            List<String> names = matches == null
                    ? List.of()
                    : NamedMatches.findNamedMatches(matches).stream()
                            .map(NamedMatches::getName)
                            .toList();
            List<RelatedArticle.Reason> reasons = new ArrayList<>();
            topics.stream()
                    .filter(topic -> names.contains("#" + topic))
                    .forEach(topic -> reasons.add(RelatedArticle.Reason.topic(topic)));
            List<String> shared = words.keySet().stream()
                    .map(Term::text)
                    .filter(names::contains)
                    .map(term -> written.getOrDefault(term, term))
                    .limit(MOST_REASONS)
                    .toList();
            if (!shared.isEmpty()) {
                reasons.add(RelatedArticle.Reason.words(shared));
            }
            return reasons;
        }

        private static Query term(String field, String value) {
            return new TermQuery(new Term(field, value));
        }
    }
}
