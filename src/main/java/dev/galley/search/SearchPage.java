package dev.galley.search;

import dev.galley.query.Page.PageInfo;
import dev.galley.query.Paged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what a search found.
 *
 * @param didYouMean the query with its unknown words corrected; null where all are known or none is near
 */
public record SearchPage(
        List<SearchHit> data,
        PageInfo page,
        SearchFacets facets,
        @Nullable String didYouMean) implements Paged {}
