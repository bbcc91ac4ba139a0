package dev.galley.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What every request passes before anything else: it gets its id, and is refused early where its body is too large. */
@ApplicationScoped
public class HttpGate {
    public static final String REQUEST_ID = "X-Request-Id";

    private static final Logger LOG = Logger.getLogger(HttpGate.class);

    private static final String IDENTITY = "identity";

    /** An article's HTML needs pictures and no script; what else is opened by itself needs nothing. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; img-src * data:; media-src *; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static final int FIRST = 1000;
    private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final LimitsConfig limits;
    private final Links links;
    private final Optional<Set<String>> hosts;

    HttpGate(LimitsConfig limits, Links links, LinksConfig config) {
        this.limits = limits;
        this.links = links;
        this.hosts = config.hosts().map(HttpGate::lowerCase);
    }

    private static Set<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, FIRST);
    }

    void register(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(this::fail);
        // A path that can't be decoded fails before any route is looked at.
        router.errorHandler(ProblemType.VALIDATION.status(), this::fail);
    }

    /** The id that the answer, its problem document and the log have in common. */
    static String requestId(RoutingContext request) {
        String id = request.get(REQUEST_ID);
        return id == null ? "" : id;
    }

    /** In bytes; imports have a larger one. */
    long bodyLimit(String path) {
        return path.startsWith("/v1/editorial/imports")
                ? limits.importBody().asLongValue()
                : limits.body().asLongValue();
    }

    private void pass(RoutingContext request) {
        String asked = request.request().getHeader(REQUEST_ID);
        String id = asked != null && ACCEPTED_ID.matcher(asked).matches()
                ? asked
                : Ids.next().toString();
        request.put(REQUEST_ID, id);
        MDC.put("requestId", id);
        request.response().putHeader(REQUEST_ID, id).putHeader("X-Content-Type-Options", "nosniff");
        if (request.normalizedPath().startsWith("/v1/")) {
            request.response().putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        }
        if (isMisdirected(request)) {
            refuse(request, Problem.of(ProblemType.MISDIRECTED_REQUEST, "This Galley does not answer to that host."));
        } else if (declaredLength(request) > bodyLimit(request.normalizedPath())) {
            refuse(request, Problem.of(ProblemType.CONTENT_TOO_LARGE, tooLarge(bodyLimit(request.normalizedPath()))));
        } else if (!isTypeReadable(request)) {
            refuse(
                    request,
                    Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "The header Content-Type is no media type (RFC 9110 §8.3.1)."));
        } else if (isCompressed(request)) {
            refuse(
                    request,
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Bodies are taken as they are, not compressed.")
                            .header("Accept-Encoding", IDENTITY));
        } else {
            request.next();
        }
    }

    /** A page of another name that leads here would read with its visitors' network. Probes may come by address. */
    private boolean isMisdirected(RoutingContext request) {
        if (hosts.isEmpty() || request.normalizedPath().startsWith("/q/health")) {
            return false;
        }
        HostAndPort asked = request.request().authority();
        return asked == null || !hosts.get().contains(asked.host().toLowerCase(Locale.ROOT));
    }

    private static long declaredLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            // Vert.x has refused what isn't a number; what is too long to be a long is too large.
            return Long.MAX_VALUE;
        }
    }

    /** Where several calls share a path, what chooses among them fails at one that can't be parsed. */
    private static boolean isTypeReadable(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        try {
            return type == null || MediaType.valueOf(type) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A small one may unpack to gigabytes. The answer says what would do (RFC 9110 §15.5.16). */
    private static boolean isCompressed(RoutingContext request) {
        String encoding = request.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase(IDENTITY);
    }

    /** Before the body is read, so that nobody waits for what will be refused. */
    private void refuse(RoutingContext request, Problem problem) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(request, problem);
    }

    /** What failed outside of the resources, where no exception mapper sees it. */
    private void fail(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            request.next();
            return;
        }
        Optional<Problem> outage = Outage.behind(request.failure());
        if (outage.isPresent()) {
            LOG.warnf("Request %s: %s", requestId(request), request.failure());
            answer(request, outage.get());
            return;
        }
        int status = request.statusCode();
        Optional<ProblemType> known = status < 500 ? ProblemType.byStatus(status) : Optional.empty();
        if (known.isEmpty()) {
            LOG.errorf(request.failure(), "Request %s failed", requestId(request));
        }
        ProblemType type = known.orElse(ProblemType.INTERNAL);
        answer(request, Problem.of(type, type.title() + "."));
    }

    /** Refuses a request before it has come to the resources. */
    public void answer(RoutingContext request, Problem problem) {
        if (!request.request().isEnded()) {
            drop(request);
        }
        problem.headers().forEach(request.response()::putHeader);
        request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.write(ProblemView.of(problem, links, request)));
    }

    /**
     * What is still on its way is let in, or the connection would stand still; but nobody knows how long a body without
     * a length is.
     */
    private static void drop(RoutingContext request) {
        if (request.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        request.request().resume();
    }

    static String tooLarge(long limit) {
        return "The body is larger than " + limit + " bytes, the limit for this call.";
    }
}
