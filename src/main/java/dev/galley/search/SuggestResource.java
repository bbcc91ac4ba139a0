package dev.galley.search;

import dev.galley.article.ArticleLookup;
import dev.galley.article.ArticleReference;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.query.Page;
import dev.galley.query.Page.PageInfo;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/search/suggest}: completes what is being typed. */
@Path("/v1/search/suggest")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SuggestResource {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;

    private final SearchIndex index;

    SuggestResource(SearchIndex index) {
        this.index = index;
    }

    @GET
    @Transactional
    @Operation(operationId = "suggest", summary = "Titles, headings and topics that what is being typed may become")
    public Page<Suggestion> suggest(
            @QueryParam("q")
                    @Parameter(description = "What is typed so far.", required = true, example = "cach")
                    @Nullable
                    String q,
            @QueryParam("limit") @Parameter(description = "How many, from 1 to 50; 10 unless asked.") @Nullable
                    String limit,
            @QueryParam("locale") @Parameter(description = "Titles and headings in this locale alone.") @Nullable
                    String locale,
            @Context UriInfo uri) {
        String typed = QueryText.required(q, uri);
        int most = limit(limit);
        String exactly = locale == null ? null : ArticleLookup.canonical(locale);
        List<Document> best = index.search(snapshot -> new Suggestions(snapshot.searcher(), typed).best(most, exactly));
        List<UUID> ids = best.stream()
                .filter(document -> document.get(IndexField.ARTICLE) != null)
                .map(document -> article(document))
                .distinct()
                .toList();
        Map<UUID, ArticleReference> articles = Articles.references(ids);
        return new Page<>(
                best.stream()
                        .flatMap(document -> suggestion(document, articles))
                        .toList(),
                new PageInfo(most, null, null, null));
    }

    private static int limit(@Nullable String limit) {
        try {
            int number = limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like every number out of range.
        }
        throw Problem.parameter(
                "limit", InputError.INVALID, "The limit must be a whole number from 1 to " + MAX_LIMIT + ".");
    }

    private static UUID article(Document document) {
        return UUID.fromString(document.get(IndexField.ARTICLE));
    }

    /** None where the article has been withdrawn since. */
    private static Stream<Suggestion> suggestion(Document document, Map<UUID, ArticleReference> articles) {
        String text = document.get(IndexField.SHOWN_TITLE);
        String topic = document.get(IndexField.TOPIC_SLUG);
        if (topic != null) {
            return Stream.of(new Suggestion("topic", text, null, null, topic));
        }
        String anchor = document.get(IndexField.ANCHOR);
        return Stream.ofNullable(articles.get(article(document)))
                .map(article -> new Suggestion(anchor == null ? "title" : "heading", text, article, anchor, null));
    }
}
