package dev.galley.search;

import java.util.List;
import java.util.Map;

/** How the hits of a query are spread, the most frequent values first. */
public record SearchFacets(List<FacetValue> type, List<FacetValue> topic, List<FacetValue> author) {
    static SearchFacets of(Map<String, List<FacetValue>> counts) {
        return new SearchFacets(
                counts.getOrDefault(IndexField.KIND, List.of()),
                counts.getOrDefault(IndexField.TOPIC, List.of()),
                counts.getOrDefault(IndexField.AUTHOR, List.of()));
    }
}
