package dev.galley.article;

import dev.galley.platform.Links;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Leads from an old slug to the new one: 308, in one hop, whatever of the article was asked for (RFC 9110 §15.4.9). */
public class MovedMapper {
    private static final String ARTICLES = "/v1/articles/";

    private final Links links;
    private final LocaleConfig locales;

    MovedMapper(Links links, LocaleConfig locales) {
        this.links = links;
        this.locales = locales;
    }

    @ServerExceptionMapper
    public Response redirect(Moved moved, RoutingContext request) {
        String rest = request.request()
                .path()
                .substring(ARTICLES.length() + moved.from().length());
        String location = links.to(ARTICLES + moved.to().slug + rest + query(moved.to(), request));
        return Response.status(308).location(URI.create(location)).build();
    }

    private String query(Article article, RoutingContext request) {
        String query = request.request().query();
        boolean ambiguous = !article.locale.equals(locales.defaultLocale())
                && !request.queryParams().contains("locale");
        String locale = ambiguous ? "locale=" + article.locale : "";
        if (query == null || query.isEmpty()) {
            return locale.isEmpty() ? "" : "?" + locale;
        }
        return "?" + query + (locale.isEmpty() ? "" : "&" + locale);
    }
}
