package dev.galley.delivery;

import dev.galley.platform.HttpGate;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page at {@code /}: files that ask {@code /v1} for what they show, as any frontend does. They are read once and
 * answered like what delivery keeps. Only the paths listed here lead to one, to the letter; Quarkus' own static files
 * would be there whatever the settings say, and without an ETag.
 */
@ApplicationScoped
class FrontPage {
    /** After a request has its id, before there is a resource. */
    private static final int EARLY = 800;

    private static final String FOLDER = "/front-page";
    private static final String INDEX = "/";

    private static final List<String> PATHS = List.of(
            INDEX,
            "/front/api.js",
            "/front/article.js",
            "/front/blocks.js",
            "/front/dom.js",
            "/front/icon.svg",
            "/front/language.js",
            "/front/lists.js",
            "/front/notes.js",
            "/front/page.css",
            "/front/page.js",
            "/front/theme.js");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** Pictures of articles are anywhere; all else is here, and nobody frames it. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src * data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            // Asked for again each time, which costs a 304: a new version's page never meets an old one's script.
            "Cache-Control", "no-cache",
            "Vary", "Accept-Encoding",
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "Referrer-Policy", "no-referrer");

    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final CachedDelivery delivery;
    private final HttpGate http;
    private final Map<String, Answer> files;

    FrontPage(CachedDelivery delivery, HttpGate http, Clock clock, FrontPageConfig config) {
        this.delivery = delivery;
        this.http = http;
        Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        this.files = config.frontPage()
                ? PATHS.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), path -> read(path, start)))
                : Map.of();
    }

    private static Answer read(String path, Instant start) {
        String file = path.equals(INDEX) ? "/index.html" : path;
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "");
        try (InputStream in = FrontPage.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no file " + FOLDER + file);
            }
            return new Answer(in.readAllBytes(), HEADERS, Map.of("Content-Type", type), start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, EARLY);
    }

    private void pass(RoutingContext request) {
        Answer file = files.get(String.valueOf(request.request().path()));
        if (file == null) {
            request.next();
            return;
        }
        switch (request.request().method().name()) {
            case "GET", "HEAD" -> delivery.send(request, file);
            case "OPTIONS" ->
                request.response().putHeader(HttpHeaders.ALLOW, METHODS).end();
            default ->
                http.answer(
                        request,
                        Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This path understands " + METHODS + ".")
                                .header("Allow", METHODS));
        }
    }
}
