package dev.galley.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Cuts off who sends a body byte by byte: an idle connection is closed anyway, but such a one never is idle. */
@ApplicationScoped
class SlowBodies {
    private static final Logger LOG = Logger.getLogger(SlowBodies.class);
    private static final int BEFORE_ALL_OTHERS = 1001;

    private final Vertx vertx;
    private final long longest;

    SlowBodies(Vertx vertx, LimitsConfig limits) {
        this.vertx = vertx;
        this.longest = limits.receive().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
    }

    private void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasBody(request)) {
            long timer = vertx.setTimer(longest, late -> close(request));
            context.addEndHandler(ended -> vertx.cancelTimer(timer));
        }
        context.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return !request.isEnded()
                && (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
    }

    private static void close(HttpServerRequest request) {
        if (!request.isEnded()) {
            LOG.infof("%s took too long to send %s %s", request.remoteAddress(), request.method(), request.path());
            request.connection().close();
        }
    }
}
