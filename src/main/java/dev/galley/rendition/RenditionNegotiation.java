package dev.galley.rendition;

import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** An article's path without a suffix is the rendition that the header Accept likes best (RFC 9110 §12.5.1). */
public class RenditionNegotiation {
    private static final Pattern ARTICLE = Pattern.compile("/v1/articles/[^/.]+");
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String NEGOTIATED = RenditionNegotiation.class.getName();

    /** Before the one that makes the delivery's headers. */
    private static final int EARLY = 2000;

    /** What is made, and the suffix that asks for it; the first is what a caller gets who likes all equally. */
    private static final Map<MediaType, String> SUFFIXES = suffixes();

    /** Each with its charset too, which some callers name. */
    private static final List<Variant> VARIANTS = Variant.mediaTypes(SUFFIXES.keySet().stream()
                    .flatMap(type -> Stream.of(type, type.withCharset("utf-8")))
                    .toArray(MediaType[]::new))
            .build();

    private static Map<MediaType, String> suffixes() {
        Map<MediaType, String> suffixes = new LinkedHashMap<>();
        suffixes.put(MediaType.APPLICATION_JSON_TYPE, "");
        suffixes.put(MediaType.valueOf("text/markdown"), ".md");
        suffixes.put(MediaType.TEXT_HTML_TYPE, ".html");
        suffixes.put(MediaType.TEXT_PLAIN_TYPE, ".txt");
        suffixes.put(MediaType.valueOf(RenditionResource.JSON_LD), ".jsonld");
        return suffixes;
    }

    @ServerRequestFilter(preMatching = true)
    public void choose(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        if (!READS.contains(request.getMethod())
                || !ARTICLE.matcher(uri.getRawPath()).matches()) {
            return;
        }
        request.setProperty(NEGOTIATED, true);
        String suffix = SUFFIXES.getOrDefault(liked(request), "");
        if (!suffix.isEmpty()) {
            String query = uri.getRawQuery();
            request.setRequestUri(URI.create(uri.getRawPath() + suffix + (query == null ? "" : "?" + query)));
        }
    }

    private static MediaType liked(ContainerRequestContext request) {
        @Nullable Variant best = request.getRequest().selectVariant(VARIANTS);
        if (best == null) {
            List<String> made = new ArrayList<>();
            SUFFIXES.keySet().forEach(type -> made.add(type.toString()));
            throw Problem.of(ProblemType.NOT_ACCEPTABLE, "What is made here: " + String.join(", ", made) + ".");
        }
        return new MediaType(best.getMediaType().getType(), best.getMediaType().getSubtype());
    }

    /** Caches must keep them apart. */
    @ServerResponseFilter(priority = EARLY)
    public void vary(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(NEGOTIATED) != null) {
            response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
