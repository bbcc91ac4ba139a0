package dev.galley.platform;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Absolute URLs, built from {@code galley.public-url} or else from the request. */
@ApplicationScoped
public class Links {
    private final LinksConfig config;
    private final CurrentVertxRequest current;

    Links(LinksConfig config, CurrentVertxRequest current) {
        this.config = config;
        this.current = current;
    }

    /** {@code path} begins with a slash. */
    public String to(String path) {
        return base(current.getCurrent()) + path;
    }

    public String problem(ProblemType type) {
        return problem(type, current.getCurrent());
    }

    /** The same, before the request has come as far as the resources. */
    String problem(ProblemType type, RoutingContext request) {
        return base(request) + "/problems/" + type.slug();
    }

    /**
     * Whether what stands before a path of the API is where this Galley is seen: nothing, its public URL or the request's,
     * with or without the scheme, or the path of the public URL alone.
     */
    public boolean isBase(String base) {
        String bare = withoutScheme(base);
        Optional<URI> known = config.publicUrl();
        return bare.isEmpty()
                || known.filter(url -> bare.equalsIgnoreCase(stripSlash(withoutScheme(url.toString())))
                                || bare.equals(stripSlash(url.getPath())))
                        .isPresent()
                || CurrentRequest.get()
                        .map(request -> withoutScheme(requested(request.request())))
                        .filter(bare::equalsIgnoreCase)
                        .isPresent();
    }

    private static String withoutScheme(String url) {
        return url.replaceFirst("(?i)^https?:", "");
    }

    /** The frontend's page of an article, where {@code galley.site.article-url} is set. */
    public Optional<String> articlePage(String id, String slug, String locale) {
        return config.site().articleUrl().map(template -> template.replace("{slug}", slug)
                .replace("{locale}", locale)
                .replace("{id}", id));
    }

    /** The front page of the site. */
    public String site() {
        return config.site().url().map(URI::toString).orElseGet(() -> to("/"));
    }

    public static String encode(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private String base(RoutingContext request) {
        return config.publicUrl().map(url -> stripSlash(url.toString())).orElseGet(() -> requested(request.request()));
    }

    private static String requested(HttpServerRequest request) {
        String host =
                request.authority() == null ? "localhost" : request.authority().toString();
        return request.scheme() + "://" + host;
    }

    private static String stripSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
