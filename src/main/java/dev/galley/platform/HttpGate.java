package dev.galley.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What every request passes before anything else: it gets its id, and is refused early where its body is too large. */
@ApplicationScoped
public class HttpGate {
    public static final String REQUEST_ID = "X-Request-Id";

    private static final Logger LOG = Logger.getLogger(HttpGate.class);

    private static final int FIRST = 1000;
    private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final LimitsConfig limits;
    private final Links links;

    HttpGate(LimitsConfig limits, Links links) {
        this.limits = limits;
        this.links = links;
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
        if (declaredLength(request) > bodyLimit(request.normalizedPath())) {
            refuse(request);
        } else {
            request.next();
        }
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

    /** Before the body is read, so that nobody waits for what will be refused. */
    private void refuse(RoutingContext request) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(request, Problem.of(ProblemType.CONTENT_TOO_LARGE, tooLarge(bodyLimit(request.normalizedPath()))));
    }

    /** What failed outside of the resources, where no exception mapper sees it. */
    private void fail(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            request.next();
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
