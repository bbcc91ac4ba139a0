package dev.galley.change;

import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Those who listen to changes on this node: how many there may be, and how slow one may read. */
@ApplicationScoped
class Listeners {
    private static final Logger LOG = Logger.getLogger(Listeners.class);

    /** How long a client is to wait before it connects again. */
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private final ChangeConfig config;
    private final Set<Listener> all = ConcurrentHashMap.newKeySet();

    Listeners(ChangeConfig config) {
        this.config = config;
    }

    /** Nothing is read for a listener ahead of what it takes, so that a slow one costs no memory. */
    private static final class Listener {
        private final HttpConnection connection;

        /** Since when something given to it has been under way, on the clock of {@link System#nanoTime}. */
        private volatile long underWaySince;

        private volatile boolean underWay;

        Listener(HttpConnection connection) {
            this.connection = connection;
        }

        void given() {
            underWaySince = System.nanoTime();
            underWay = true;
        }

        void taken() {
            underWay = false;
        }

        boolean isSlowerThan(Duration slowest) {
            return underWay && System.nanoTime() - underWaySince > slowest.toNanos();
        }
    }

    /** {@code pages} makes the changes from how long a silence may be; {@code from} is where they begin. */
    Multi<OutboundSseEvent> listen(
            RoutingContext request, Function<Duration, Multi<ChangePage>> pages, long from, Sse sse) {
        if (all.size() >= config.listeners()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "As many listen to this node as it can serve.")
                    .header(HttpHeaders.RETRY_AFTER, "10");
        }
        Listener listener = new Listener(request.request().connection());
        all.add(listener);
        unbuffered(request.response());
        Multi<OutboundSseEvent> changes = pages.apply(config.heartbeat())
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().items(events(page, sse)));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(beginning(from, sse)), changes)
                .onItem()
                .invoke(listener::given)
                .onRequest()
                .invoke(listener::taken)
                .onTermination()
                .invoke(() -> all.remove(listener));
    }

    @Scheduled(every = "5s")
    void cutOff() {
        all.stream().filter(listener -> listener.isSlowerThan(config.slowest())).forEach(listener -> {
            LOG.infof("%s has taken no event for %s", listener.connection.remoteAddress(), config.slowest());
            listener.connection.close();
        });
    }

    /** Response filters see no stream, so what they add is added here. */
    private static void unbuffered(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Expose-Headers", "X-Request-Id");
    }

    private static OutboundSseEvent beginning(long from, Sse sse) {
        return sse.newEventBuilder()
                .comment("from " + from)
                .id(Long.toString(from))
                .reconnectDelay(RECONNECT.toMillis())
                .build();
    }

    /** One without data tells no more than how far the log has been looked at, and that the connection stands. */
    private static Stream<OutboundSseEvent> events(ChangePage page, Sse sse) {
        return page.data().isEmpty()
                ? Stream.of(sse.newEventBuilder()
                        .comment("")
                        .id(Long.toString(page.next()))
                        .build())
                : page.data().stream().map(change -> sse.newEventBuilder()
                        .id(Long.toString(change.seq()))
                        .name(Json.MAPPER.convertValue(change.type(), String.class))
                        .data(String.class, Json.write(change))
                        .build());
    }
}
