package dev.galley.delivery;

import dev.galley.access.AccessConfig;
import dev.galley.delivery.Flights.Flight;
import dev.galley.platform.Json;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Caching and CORS of every delivery answer. The ETag is a digest of the bytes, so that the same content has the same
 * one on every node and after a restart.
 */
public class DeliveryHeaders {
    /** Response filters run from the highest priority to the lowest: after this one there are only bytes. */
    private static final int LAST = 1000;

    private static final List<String> AT_THE_ROOT = List.of("/sitemap", "/robots.txt", "/llms");

    private static final int UNAVAILABLE = 503;
    private static final String EVERY_ORIGIN = "*";
    private static final String EXPOSED = "ETag, Link, X-Request-Id";

    private final AnswerCache cache;
    private final CurrentVertxRequest current;
    private final Clock clock;
    private final String cacheControl;

    DeliveryHeaders(
            AnswerCache cache, CurrentVertxRequest current, Clock clock, DeliveryConfig config, AccessConfig access) {
        this.cache = cache;
        this.current = current;
        this.clock = clock;
        this.cacheControl = access.delivery().requireKey()
                ? "private, max-age=" + config.maxAge().toSeconds()
                : forEverybody(config);
    }

    private static String forEverybody(DeliveryConfig config) {
        return "public, max-age=%d, s-maxage=%d, stale-while-revalidate=%d"
                .formatted(
                        config.maxAge().toSeconds(),
                        config.sharedMaxAge().toSeconds(),
                        config.staleWhileRevalidate().toSeconds());
    }

    @ServerResponseFilter(priority = LAST)
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        boolean isPreview = path.startsWith("/v1/preview/");
        if (!isPublic(path) && !isPreview) {
            return;
        }
        Answer reserve = CachedDelivery.reserve(current.getCurrent());
        if (!isPreview && response.getStatus() == 200 && response.getEntity() != null && isRead(request)) {
            keepAndReply(response, current.getCurrent());
        } else if (response.getStatus() == UNAVAILABLE && reserve != null) {
            reply(response, reserve, current.getCurrent());
        } else {
            // Any page may show a preview, and no cache may keep it.
            openToAnyOrigin(request, response.getHeaders());
        }
    }

    /** By its path as it was decoded, or not: what is taken for public by mistake has said nothing that it depends on. */
    static boolean isPublic(String path) {
        return path.startsWith("/v1/")
                ? !path.startsWith("/v1/editorial") && !path.startsWith("/v1/preview/")
                : AT_THE_ROOT.stream().anyMatch(path::startsWith);
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private void keepAndReply(ContainerResponseContext response, RoutingContext request) {
        Set<String> dependencies = Dependencies.of(request);
        Answer answer = answer(response, dependencies);
        Flight flight = CachedDelivery.flight(request);
        if (flight != null) {
            cache.put(flight.key(), answer, dependencies, flight.since());
            flight.land();
        }
        reply(response, answer, request);
    }

    private void reply(ContainerResponseContext response, Answer answer, RoutingContext request) {
        Answer.Reply reply = answer.reply(request.request().headers(), clock.instant());
        response.getHeaders().clear();
        reply.writeHeaders(request.response().headers());
        response.setStatus(reply.status());
        response.setEntity(reply.body() == null ? null : reply.body().getBytes());
    }

    private Answer answer(ContainerResponseContext response, Set<String> dependencies) {
        Map<String, String> every = new LinkedHashMap<>();
        every.put(HttpHeaders.CACHE_CONTROL, own(response, HttpHeaders.CACHE_CONTROL, cacheControl));
        every.put("Surrogate-Key", Dependencies.surrogateKeys(dependencies));
        every.put(HttpHeaders.VARY, own(response, HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING));
        every.put("Access-Control-Allow-Origin", EVERY_ORIGIN);
        every.put("Access-Control-Expose-Headers", EXPOSED);
        Map<String, String> withBody = new LinkedHashMap<>();
        withBody.put(HttpHeaders.CONTENT_TYPE, response.getMediaType().toString());
        response.getHeaders().forEach((name, values) -> {
            if (!every.containsKey(name)) {
                withBody.putIfAbsent(name, values.get(0).toString());
            }
        });
        return new Answer(bytes(response.getEntity()), every, withBody, modified(dependencies));
    }

    /** What may change with anything is new each time. */
    private Instant modified(Set<String> dependencies) {
        return Dependencies.areKnown(dependencies)
                ? cache.modified(dependencies)
                : clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String own(ContainerResponseContext response, String name, String otherwise) {
        String own = response.getHeaderString(name);
        return own == null ? otherwise : own;
    }

    /** Public content without credentials: any page may read it. */
    private static void openToAnyOrigin(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        headers.putSingle("Access-Control-Allow-Origin", EVERY_ORIGIN);
        headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
        if (request.getMethod().equals("OPTIONS")) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            headers.putSingle("Access-Control-Allow-Headers", "Accept, Authorization, If-None-Match, X-Request-Id");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }

    private static byte[] bytes(Object entity) {
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.bytes(entity);
    }
}
