package dev.galley.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Counts the values of all hits of a query. What that needs is read once for each state of the index. */
final class FacetCounter {
    private static final int MOST_VALUES = 20;

    private final IndexSearcher searcher;
    private final Map<String, StringDocValuesReaderState> fields = new TreeMap<>();

    private FacetCounter(IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        FieldInfos infos = FieldInfos.getMergedFieldInfos(searcher.getIndexReader());
        for (String field : List.of(IndexField.KIND, IndexField.TOPIC, IndexField.AUTHOR)) {
            if (infos.fieldInfo(field) != null) {
                fields.put(field, new StringDocValuesReaderState(searcher.getIndexReader(), field));
            }
        }
    }

    static FacetCounter of(IndexSearcher searcher) throws IOException {
        return new FacetCounter(searcher);
    }

    boolean isOf(IndexSearcher other) {
        return searcher == other;
    }

    /** Of all hits, by the field; the most frequent values first. */
    Map<String, List<FacetValue>> count(Query query) throws IOException {
        FacetsCollector hits = new FacetsCollector();
        searcher.search(query, hits);
        Map<String, List<FacetValue>> counts = new TreeMap<>();
        for (Map.Entry<String, StringDocValuesReaderState> field : fields.entrySet()) {
            FacetResult result =
                    new StringValueFacetCounts(field.getValue(), hits).getTopChildren(MOST_VALUES, field.getKey());
            counts.put(field.getKey(), result == null ? new ArrayList<>() : values(result));
        }
        return counts;
    }

    private static List<FacetValue> values(FacetResult result) {
        return Stream.of(result.labelValues)
                .map((LabelAndValue value) -> new FacetValue(value.label, value.value.longValue()))
                .sorted(Comparator.comparing(FacetValue::count).reversed().thenComparing(FacetValue::value))
                .toList();
    }
}
