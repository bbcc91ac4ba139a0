package dev.galley.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The words that the index knows. One that only withdrawn articles had stays in its files until they are merged, and is
 * not known any more.
 */
record Vocabulary(IndexReader index) {
    /** Shorter ones are one letter away from too many others. */
    private static final int SHORTEST_TYPO = 4;

    private static final int SHORTEST_WITH_TWO_TYPOS = 6;

    /** Longer ones are no words, and take long to compare or can't be compared at all. */
    private static final int LONGEST_TYPO = 64;

    private static final int MOST_NEIGHBOURS = 8;
    private static final int MOST_COMPLETIONS = 48;

    /** Of one or two letters there are more than a query should look through. */
    private static final int MOST_LOOKED_AT = 5_000;

    /** Whether anything that is public has it. */
    boolean knows(Term term) throws IOException {
        for (LeafReaderContext leaf : index.leaves()) {
            PostingsEnum documents = leaf.reader().postings(term, PostingsEnum.NONE);
            if (documents != null && isAnyLive(documents, leaf.reader().getLiveDocs())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnyLive(PostingsEnum documents, @Nullable Bits live) throws IOException {
        int document = documents.nextDoc();
        while (document != PostingsEnum.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = documents.nextDoc();
        }
        return document != PostingsEnum.NO_MORE_DOCS;
    }

    /** Known words one typing error away from one that isn't, the most frequent first. */
    List<String> neighbours(String word) throws IOException {
        return isOfLength(SHORTEST_TYPO, word) ? near(word, 1) : List.of();
    }

    /** Two errors away: too far to take it for the word, near enough to ask whether it was meant. */
    Optional<String> guess(String word) throws IOException {
        return isOfLength(SHORTEST_WITH_TWO_TYPOS, word)
                ? near(word, 2).stream().findFirst()
                : Optional.empty();
    }

    private static boolean isOfLength(int shortest, String word) {
        int length = word.codePointCount(0, word.length());
        return length >= shortest && length <= LONGEST_TYPO;
    }

    private List<String> near(String word, int edits) throws IOException {
        DirectSpellChecker speller = new DirectSpellChecker();
        speller.setMaxEdits(edits);
        speller.setMinPrefix(0);
        speller.setMinQueryLength(0);
        speller.setMaxQueryFrequency(Integer.MAX_VALUE);
        speller.setThresholdFrequency(0);
        SuggestWord[] found = speller.suggestSimilar(
                new Term(IndexField.WORDS, word), MOST_NEIGHBOURS * 2, index, SuggestMode.SUGGEST_ALWAYS);
        List<String> near = new ArrayList<>();
        for (SuggestWord one : Stream.of(found)
                .sorted(Comparator.comparingDouble((SuggestWord s) -> -s.score).thenComparingInt(s -> -s.freq))
                .toList()) {
            if (near.size() < MOST_NEIGHBOURS && knows(new Term(IndexField.WORDS, one.string))) {
                near.add(one.string);
            }
        }
        return near;
    }

    /** Known words that begin like this, the most frequent first. */
    List<String> completions(String prefix) throws IOException {
        Terms words = MultiTerms.getTerms(index, IndexField.WORDS);
        if (words == null) {
            return List.of();
        }
        record Found(String word, int frequency) {}
        List<Found> found = new ArrayList<>();
        BytesRef begin = new BytesRef(prefix);
        TermsEnum terms = words.iterator();
        boolean more = terms.seekCeil(begin) != TermsEnum.SeekStatus.END;
        while (more && found.size() < MOST_LOOKED_AT && StringHelper.startsWith(terms.term(), begin)) {
            found.add(new Found(terms.term().utf8ToString(), terms.docFreq()));
            more = terms.next() != null;
        }
        return found.stream()
                .sorted(Comparator.comparingInt((Found one) -> -one.frequency).thenComparing(Found::word))
                .limit(MOST_COMPLETIONS)
                .map(Found::word)
                .toList();
    }
}
