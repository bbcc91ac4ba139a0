package dev.galley.search;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** BM25, in which a word is as rare in one field as in another, so that the weights alone tell places apart. */
final class Scoring extends PerFieldSimilarityWrapper {
    private static final float SATURATION = 1.2f;
    private static final float USUAL_LENGTH = 300;

    private final Map<Weight, Similarity> similarities = new EnumMap<>(Weight.class);
    private final Similarity others = new OverAllFields(0);

    Scoring() {
        for (Weight weight : Weight.values()) {
            similarities.put(weight, new OverAllFields(weight.lengthCounts()));
        }
    }

    @Override
    public Similarity get(String field) {
        return similarities.getOrDefault(Weight.ofField(field), others);
    }

    private static final class OverAllFields extends BM25Similarity {
        private OverAllFields(float lengthCounts) {
            super(SATURATION, lengthCounts);
        }

        /** Where most texts are a few words, a usual one doesn't count as endless. */
        @Override
        protected float avgFieldLength(CollectionStatistics field) {
            return Math.max(USUAL_LENGTH, super.avgFieldLength(field));
        }

        /** Of all documents, not of those alone that have the field. */
        @Override
        public Explanation idfExplain(CollectionStatistics field, TermStatistics term) {
            float idf = idf(term.docFreq(), Math.max(field.maxDoc(), term.docFreq()));
            return Explanation.match(idf, "idf over all documents");
        }
    }
}
