package dev.galley.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Cuts off who sends a body byte by byte: an idle connection is closed anyway, but such a one never is idle. Until it is
 * cut off it holds a thread, so there may be only so many.
 */
@ApplicationScoped
class SlowBodies {
    private static final Logger LOG = Logger.getLogger(SlowBodies.class);
    private static final int BEFORE_ALL_OTHERS = 1001;
    private static final int BEHIND_THE_GATE = 999;

    /** Of the 200 threads that Quarkus has at least; the others are for those who only read. */
    private static final int MOST_AT_ONCE = 150;

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final Vertx vertx;
    private final HttpGate gate;
    private final long longest;
    private final AtomicInteger arriving = new AtomicInteger();

    SlowBodies(Vertx vertx, HttpGate gate, LimitsConfig limits) {
        this.vertx = vertx;
        this.gate = gate;
        this.longest = limits.receive().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
        filters.register(this::count, BEHIND_THE_GATE);
    }

    private void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasBody(request)) {
            long timer = vertx.setTimer(longest, late -> close(request));
            context.addEndHandler(ended -> {
                // One that was answered before it has all arrived goes on sending.
                if (request.isEnded()) {
                    vertx.cancelTimer(timer);
                }
            });
        }
        context.next();
    }

    private void count(RoutingContext context) {
        if (!hasBody(context.request())) {
            context.next();
        } else if (arriving.incrementAndGet() > MOST_AT_ONCE) {
            arriving.decrementAndGet();
            gate.answer(
                    context,
                    Problem.of(ProblemType.UNAVAILABLE, "Too many bodies are arriving at once.")
                            .header("Retry-After", "5"));
        } else {
            context.addEndHandler(ended -> arriving.decrementAndGet());
            context.next();
        }
    }

    /** In HTTP/2 it needn't be announced (RFC 9113 §8.1.1), and one of no length that came with an upgrade never ends. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean announced = length == null
                ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                        || request.version() == HttpVersion.HTTP_2 && WITH_BODY.contains(request.method())
                : !length.equals("0");
        return announced && !request.isEnded();
    }

    private static void close(HttpServerRequest request) {
        if (!request.isEnded()) {
            LOG.infof("%s took too long to send %s %s", request.remoteAddress(), request.method(), request.path());
            request.connection().close();
        }
    }
}
