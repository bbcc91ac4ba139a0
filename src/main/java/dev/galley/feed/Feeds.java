package dev.galley.feed;

import dev.galley.article.ArticleGrammar;
import dev.galley.article.ArticleLists;
import dev.galley.article.PublishedDocuments;
import dev.galley.platform.Links;
import dev.galley.platform.LinksConfig;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a feed has. */
@ApplicationScoped
class Feeds {
    private static final ArticleGrammar GRAMMAR = new ArticleGrammar();

    private final ArticleLists lists;
    private final PublishedDocuments documents;
    private final Links links;
    private final LinksConfig config;

    Feeds(ArticleLists lists, PublishedDocuments documents, Links links, LinksConfig config) {
        this.lists = lists;
        this.documents = documents;
        this.links = links;
        this.config = config;
    }

    /** In the caller's transaction. */
    Feed read(FeedFilter filter, PageRequest page, UriInfo uri) {
        Page<UUID> ids = lists.ids(GRAMMAR, page);
        Map<String, String> asked = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> asked.put(name, values.get(0)));
        String self = url(uri, asked);
        asked.remove("cursor");
        asked.remove("page");
        String first = url(uri, asked);
        String next = ids.page().next();
        if (next != null) {
            asked.put("cursor", next);
        }
        return new Feed(
                title(filter),
                config.site().description(),
                links.site(),
                self,
                first,
                next == null ? null : url(uri, asked),
                documents.of(ids.data()));
    }

    private String title(FeedFilter filter) {
        return Stream.concat(
                        Stream.of(config.site().title()),
                        Stream.of(filter.topic, filter.author, filter.locale).flatMap(Stream::ofNullable))
                .collect(Collectors.joining(" · "));
    }

    private String url(UriInfo uri, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + Links.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return links.to(uri.getPath()) + (query.isEmpty() ? "" : "?" + query);
    }
}
