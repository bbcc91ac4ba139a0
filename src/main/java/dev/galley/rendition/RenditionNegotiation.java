package dev.galley.rendition;

import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** An article's path without a suffix is the rendition that the header Accept likes best (RFC 9110 §12.5.1). */
public class RenditionNegotiation {
    private static final Pattern ARTICLE = Pattern.compile("/v1/articles/[^/.]+");
    private static final Pattern NEVER = Pattern.compile("0(\\.0*)?");
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String NEGOTIATED = RenditionNegotiation.class.getName();

    /** Before the one that makes the delivery's headers. */
    private static final int EARLY = 2000;

    /** What is made, and the suffix that asks for it; the first is what a caller gets who likes all equally. */
    private static final Map<MediaType, String> SUFFIXES = suffixes();

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

    /** A type that is named with q=0 isn't wanted, whatever else would include it. */
    private static MediaType liked(ContainerRequestContext request) {
        List<MediaType> accepted = accepted(request);
        List<MediaType> wanted = SUFFIXES.keySet().stream()
                .filter(made -> accepted.stream().noneMatch(type -> isRefused(type) && isSame(type, made)))
                .toList();
        return accepted.stream()
                .filter(type -> !isRefused(type))
                .flatMap(type -> wanted.stream().filter(type::isCompatible))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "What is made here: "
                                + SUFFIXES.keySet().stream()
                                        .map(MediaType::toString)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static List<MediaType> accepted(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemType.VALIDATION, "The header Accept is no list of media types (RFC 9110 §12.5.1).");
        }
    }

    private static boolean isRefused(MediaType accepted) {
        return NEVER.matcher(accepted.getParameters().getOrDefault("q", "1")).matches();
    }

    private static boolean isSame(MediaType accepted, MediaType made) {
        return accepted.getType().equalsIgnoreCase(made.getType())
                && accepted.getSubtype().equalsIgnoreCase(made.getSubtype());
    }

    /** Caches must keep them apart. */
    @ServerResponseFilter(priority = EARLY)
    public void vary(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(NEGOTIATED) != null) {
            response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
