package dev.galley.platform;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The request that is being answered, for what also runs without one: at start-up, at a time. */
public final class CurrentRequest {
    private CurrentRequest() {}

    public static Optional<RoutingContext> get() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(Arc.container()
                        .instance(CurrentVertxRequest.class)
                        .get()
                        .getCurrent())
                : Optional.empty();
    }

    /** The id that the answer, its problem document, the log and the audit have in common. */
    public static Optional<String> id() {
        return get().map(HttpGate::requestId);
    }
}
