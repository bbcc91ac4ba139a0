package dev.galley.search;

import dev.galley.search.Analysis.Piece;
import dev.galley.search.Asked.Form;
import dev.galley.search.Asked.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, as a query on one state of the index. A word counts once, at the best place where a document has it,
 * however many places and languages it is looked for in.
 */
final class WordQuery {
    /** How much the other places of a word count beside its best one. */
    private static final float BESIDES = 0.1f;

    /** A word that begins right, but is none of the most frequent ones. */
    private static final float PREFIX_ALONE = 0.05f;

    /** Looking for similar words takes the longest; a query with more of them than this finds the rest as they are. */
    private static final int MOST_LOOKED_UP = 8;

    private static final int ALL_UP_TO = 2;
    private static final double MOST_OF = 0.75;

    private final Asked asked;
    private final Collection<Language> languages;
    private final IndexReader index;
    private final Vocabulary vocabulary;
    private final List<Query> needed = new ArrayList<>();
    private final List<Query> optional = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> optionalMarks = new ArrayList<>();
    private final Map<Part, String> corrections = new LinkedHashMap<>();
    private int lookedUp;

    static {
        // Each part is bounded here, so Lucene's own bound never is met.
        IndexSearcher.setMaxClauseCount(1 << 16);
    }

    /** What of a text is marked: its words one behind the other, in any of some forms where it is one. */
    private record Mark(List<Piece> pieces, boolean isPrefix, boolean isPhrase) {
        private static Mark anyOf(List<String> words, boolean isPrefix) {
            return new Mark(
                    words.stream().map(word -> new Piece(word, 0, 0, 0, false)).toList(), isPrefix, false);
        }
    }

    WordQuery(Asked asked, Collection<Language> languages, IndexReader index) throws IOException {
        this.asked = asked;
        this.languages = languages;
        this.index = index;
        this.vocabulary = new Vocabulary(index);
        make();
    }

    /** Of one or two words all, of more most. */
    int usual() {
        int count = needed.size();
        return count <= ALL_UP_TO ? count : (int) Math.round(count * MOST_OF);
    }

    /** What has so many of the words; nothing where none was asked for. */
    Query query(int words) throws IOException {
        if (needed.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        needed.forEach(part -> some.add(part, Occur.SHOULD));
        some.setMinimumNumberShouldMatch(words);
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(some.build(), Occur.MUST);
        optional.forEach(part -> all.add(part, Occur.SHOULD));
        for (Part part : asked.unwanted()) {
            all.add(without(part), Occur.MUST_NOT);
        }
        return all.build();
    }

    /** Matches what has any of the words. */
    Query any() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        needed.forEach(part -> any.add(part, Occur.SHOULD));
        return any.build();
    }

    /** The same with the unknown words corrected; null where there is nothing to correct. */
    @Nullable
    String didYouMean() {
        if (corrections.isEmpty()) {
            return null;
        }
        StringBuilder corrected = new StringBuilder();
        int from = 0;
        for (Part part : asked.wanted()) {
            corrected.append(asked.text(), from, part.start());
            corrected.append(corrections.getOrDefault(part, part.letters()));
            from = part.end();
        }
        return corrected.append(asked.text().substring(from)).toString().strip();
    }

    /** What to mark in a text of one language, as a query on this field. */
    Query marks(Language language, String field) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Mark mark : marks.isEmpty() ? optionalMarks : marks) {
            any.add(mark(mark, language, field), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query mark(Mark mark, Language language, String field) {
        if (mark.isPhrase) {
            return phrase(field, stems(language, mark.pieces), mark.pieces);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Piece piece : mark.pieces) {
            any.add(new TermQuery(new Term(field, stem(language, piece))), Occur.SHOULD);
            if (mark.isPrefix) {
                any.add(Beginning.of(field, piece.term()), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private void make() throws IOException {
        for (Part part : asked.wanted()) {
            add(part);
        }
        if (needed.isEmpty()) {
            // Stop words alone are words like others.
            needed.addAll(optional);
            optional.clear();
        }
    }

    private void add(Part part) throws IOException {
        List<Piece> pieces = pieces(part);
        if (pieces.isEmpty()) {
            return;
        } else if (part.form() == Form.PHRASE || pieces.stream().anyMatch(Piece::isPair)) {
            needed.add(pieces.size() == 1 ? exactly(pieces.get(0).term()) : phrase(pieces));
            marks.add(new Mark(pieces, false, true));
            return;
        }
        int last = pieces.size() - 1;
        for (int i = 0; i <= last; i++) {
            String word = pieces.get(i).term();
            if (part.form() == Form.PREFIX && i == last) {
                needed.add(prefix(word));
                marks.add(Mark.anyOf(List.of(word), true));
            } else {
                addWord(word, part, pieces.size());
            }
        }
        if (last > 0 && part.form() == Form.WORD) {
            optional.add(phrase(pieces));
        }
    }

    private void addWord(String word, Part part, int pieces) throws IOException {
        boolean isLeftover = pieces > 1 && word.length() == 1;
        if (isLeftover || languages.stream().anyMatch(language -> language.isStopWord(word))) {
            optional.add(exactly(word));
            optionalMarks.add(Mark.anyOf(List.of(word), false));
            return;
        }
        Set<Term> terms = terms(word);
        List<String> words = List.of(word);
        if (!isKnown(terms)) {
            words = lookedUp++ < MOST_LOOKED_UP ? similar(word, pieces == 1 ? part : null) : List.of();
            terms = new LinkedHashSet<>();
            for (String one : words) {
                terms.addAll(terms(one));
            }
        }
        needed.add(bestOf(terms));
        if (!words.isEmpty()) {
            marks.add(Mark.anyOf(words, false));
        }
    }

    /** Where the word is a whole part of what was asked, the nearest one is offered instead of it. */
    private List<String> similar(String word, @Nullable Part part) throws IOException {
        List<String> similar = vocabulary.neighbours(word);
        if (part != null) {
            (similar.isEmpty() ? vocabulary.guess(word) : similar.stream().findFirst())
                    .ifPresent(meant -> corrections.put(part, meant));
        }
        return similar;
    }

    private Query without(Part part) throws IOException {
        List<Piece> pieces = pieces(part);
        if (pieces.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        } else if (pieces.size() > 1) {
            return phrase(pieces);
        }
        String word = pieces.get(0).term();
        return part.form() == Form.PREFIX ? prefix(word) : exactly(word);
    }

    private Query exactly(String word) throws IOException {
        return bestOf(terms(word));
    }

    /** All words that begin so; the most frequent of them count as if they had been typed. */
    private Query prefix(String prefix) throws IOException {
        Set<Term> terms = new LinkedHashSet<>();
        if (lookedUp++ < MOST_LOOKED_UP) {
            for (String completion : vocabulary.completions(prefix)) {
                terms.addAll(terms(completion));
            }
        }
        Query all = new ConstantScoreQuery(Beginning.of(IndexField.WORDS, prefix));
        return new DisjunctionMaxQuery(List.of(bestOf(terms), new BoostQuery(all, PREFIX_ALONE)), 0);
    }

    private Query phrase(List<Piece> pieces) throws IOException {
        List<Query> places = new ArrayList<>();
        for (Language language : languages) {
            List<String> stems = stems(language, pieces);
            for (Weight weight : Weight.values()) {
                if (weight != Weight.CODE) {
                    addPhrase(places, weight, phrase(weight.field(language), stems, pieces));
                }
            }
        }
        List<String> words = stems(Language.OTHER, pieces);
        addPhrase(places, Weight.CODE, phrase(Weight.CODE.field(Language.OTHER), words, pieces));
        return places.isEmpty() ? new MatchNoDocsQuery("no such phrase") : new DisjunctionMaxQuery(places, BESIDES);
    }

    /** Most places lack one of its words, and need not be looked at. */
    private void addPhrase(List<Query> places, Weight weight, PhraseQuery phrase) throws IOException {
        for (Term term : phrase.getTerms()) {
            if (index.docFreq(term) == 0) {
                return;
            }
        }
        places.add(new BoostQuery(phrase, weight.boost()));
    }

    private static PhraseQuery phrase(String field, List<String> stems, List<Piece> pieces) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int first = pieces.get(0).position();
        for (int i = 0; i < pieces.size(); i++) {
            phrase.add(new Term(field, stems.get(i)), pieces.get(i).position() - first);
        }
        return phrase.build();
    }

    private static List<String> stems(Language language, List<Piece> pieces) {
        return pieces.stream().map(piece -> stem(language, piece)).toList();
    }

    private static String stem(Language language, Piece piece) {
        return Analysis.OF_TEXTS.stem(language, piece.term());
    }

    /** The word in every place and language that has it. */
    private Set<Term> terms(String word) throws IOException {
        Set<Term> terms = new LinkedHashSet<>();
        for (Language language : languages) {
            String stem = Analysis.OF_TEXTS.stem(language, word);
            for (Weight weight : Weight.values()) {
                terms.add(new Term(weight.field(language), weight == Weight.CODE ? word : stem));
            }
        }
        Set<Term> there = new LinkedHashSet<>();
        for (Term term : terms) {
            if (index.docFreq(term) > 0) {
                there.add(term);
            }
        }
        return there;
    }

    private boolean isKnown(Set<Term> terms) throws IOException {
        for (Term term : terms) {
            if (vocabulary.knows(term)) {
                return true;
            }
        }
        return false;
    }

    private static Query bestOf(Set<Term> terms) {
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("no such word");
        }
        BlendedTermQuery.Builder best =
                new BlendedTermQuery.Builder().setRewriteMethod(new BlendedTermQuery.DisjunctionMaxRewrite(BESIDES));
        terms.forEach(term -> best.add(term, Weight.ofField(term.field()).boost()));
        return best.build();
    }

    private static List<Piece> pieces(Part part) {
        return Analysis.OF_TEXTS.pieces(Language.OTHER, part.letters());
    }
}
