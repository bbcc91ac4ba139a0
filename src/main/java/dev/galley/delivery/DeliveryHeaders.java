package dev.galley.delivery;

import dev.galley.access.AccessConfig;
import dev.galley.platform.Digests;
import dev.galley.platform.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Caching and CORS of every delivery answer. The ETag is a digest of the bytes, so that the same content has the same
 * one on every node and after a restart.
 */
public class DeliveryHeaders {
    private static final int DIGEST_BYTES = 16;

    /** Response filters run from the highest priority to the lowest: after this one there are only bytes. */
    private static final int LAST = 1000;

    private final String cacheControl;

    DeliveryHeaders(DeliveryConfig config, AccessConfig access) {
        cacheControl = access.delivery().requireKey()
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
        if (!isDelivery(request)) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        openToAnyOrigin(request, headers);
        if (isPreview(request)) {
            // Any page may show one, and no cache may keep it.
            return;
        }
        if (response.getStatus() == 200 && response.getEntity() != null && isRead(request)) {
            byte[] bytes = bytes(response.getEntity());
            String etag = etag(bytes);
            headers.putSingle(HttpHeaders.ETAG, etag);
            headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL, own -> new ArrayList<>(List.of(cacheControl)));
            if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)) {
                notModified(response);
            } else {
                response.setEntity(bytes, null, response.getMediaType());
            }
        }
    }

    private static boolean isDelivery(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/v1/") && !path.startsWith("/v1/editorial");
    }

    private static boolean isPreview(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/v1/preview/");
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Public content without credentials: any page may read it. */
    private static void openToAnyOrigin(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        headers.putSingle("Access-Control-Allow-Origin", "*");
        headers.putSingle("Access-Control-Expose-Headers", "ETag, Link, X-Request-Id");
        if (request.getMethod().equals("OPTIONS")) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            headers.putSingle("Access-Control-Allow-Headers", "Accept, Authorization, If-None-Match, X-Request-Id");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }

    private static byte[] bytes(Object entity) {
        return entity instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : Json.write(entity).getBytes(StandardCharsets.UTF_8);
    }

    private static String etag(byte[] bytes) {
        byte[] digest = Digests.sha256().digest(bytes);
        return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES))
                + "\"";
    }

    /** Weak comparison (RFC 9110 §13.1.2). */
    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static void notModified(ContainerResponseContext response) {
        response.setStatus(304);
        response.setEntity(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    }
}
