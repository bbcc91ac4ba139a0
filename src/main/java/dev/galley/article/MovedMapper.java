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
        String rest = behindTheSlug(request.request().path());
        String location = links.to(ARTICLES + moved.to().slug() + rest + query(moved.to(), request));
        return Response.status(308).location(URI.create(location)).build();
    }

    /** A suffix or the parts of the article; the slug itself may be written with escapes, and holds no dot. */
    private static String behindTheSlug(String path) {
        String asked = path.substring(path.indexOf(ARTICLES) + ARTICLES.length());
        int end = 0;
        while (end < asked.length() && asked.charAt(end) != '/' && asked.charAt(end) != '.') {
            end++;
        }
        return asked.substring(end);
    }

    private String query(ArticleName article, RoutingContext request) {
        String query = request.request().query();
        boolean ambiguous = !article.locale().equals(locales.defaultLocale())
                && !request.queryParams().contains("locale");
        String locale = ambiguous ? "locale=" + article.locale() : "";
        if (query == null || query.isEmpty()) {
            return locale.isEmpty() ? "" : "?" + locale;
        }
        return "?" + query + (locale.isEmpty() ? "" : "&" + locale);
    }
}
