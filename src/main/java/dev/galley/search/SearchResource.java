package dev.galley.search;

import dev.galley.article.ArticleReference;
import dev.galley.query.Condition;
import dev.galley.query.Order;
import dev.galley.query.Page;
import dev.galley.query.Page.PageInfo;
import dev.galley.query.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/search}: articles and their parts by their words, the best first. */
@Path("/v1/search")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SearchResource {
    private static final Sorting BEST_FIRST = Sorting.of(List.of(new Order(Order.RELEVANCE, true)));

    private final SearchIndex index;

    SearchResource(SearchIndex index) {
        this.index = index;
    }

    /** What was found, before it is known which of it is still public. */
    private record Found(
            List<FoundEntry> entries,
            PageInfo page,
            SearchFacets facets,
            @Nullable String didYouMean) {}

    @GET
    @Transactional
    @Operation(
            operationId = "search",
            summary = "Articles, sections, FAQs and takeaways by their words, the best first")
    @APIResponse(responseCode = "200", description = "A page of hits")
    public SearchPage search(
            @QueryParam("q")
                    @Parameter(
                            description =
                                    "Words, \"a phrase\", -without, prefix*; anything is valid. At most 200 characters.",
                            required = true,
                            example = "cache headers")
                    @Nullable
                    String q,
            @BeanParam SearchFilter filter,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        Asked asked = Asked.of(QueryText.required(q, uri));
        List<Kind> kinds = filter.kinds();
        List<Condition> conditions = filter.conditions();
        Found found = index.search(newest -> Hits.pinned(newest, page, snapshot -> {
            WordQuery words = ArticleSearch.words(asked, conditions, snapshot);
            Query query = ArticleSearch.query(kinds, conditions, words, snapshot);
            Page<FieldDoc> hits = new Hits(snapshot, query, BEST_FIRST, page).page();
            SearchFacets facets = SearchFacets.of(
                    snapshot.generation().facets(snapshot.searcher()).count(query));
            return new Found(entries(hits.data(), snapshot, newest, words), hits.page(), facets, words.didYouMean());
        }));
        return new SearchPage(shown(found.entries), found.page, found.facets, found.didYouMean);
    }

    private static List<FoundEntry> entries(List<FieldDoc> hits, Snapshot snapshot, Snapshot newest, WordQuery words)
            throws IOException {
        List<FoundEntry> entries = new ArrayList<>();
        for (FieldDoc hit : hits) {
            FoundEntry entry = FoundEntry.of(hit, snapshot, newest, words);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** What was withdrawn since the index looked isn't shown. */
    private static List<SearchHit> shown(List<FoundEntry> entries) {
        List<UUID> ids = entries.stream().map(FoundEntry::article).distinct().toList();
        Map<UUID, ArticleReference> articles = Articles.references(ids);
        return entries.stream()
                .flatMap(entry ->
                        Stream.ofNullable(articles.get(entry.article())).map(entry::hit))
                .toList();
    }
}
