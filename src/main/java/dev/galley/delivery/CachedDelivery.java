package dev.galley.delivery;

import dev.galley.access.AccessConfig;
import dev.galley.delivery.Flights.Flight;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers from memory, on the event loop, before there is a resource, a transaction or a serialiser. What isn't there
 * goes on to the resources, once, however many ask for it.
 */
@ApplicationScoped
class CachedDelivery {
    /** After a request has its id, before logins, which it doesn't need. */
    private static final int EARLY = 900;

    private static final int LONGEST_KEY = 4_000;

    /** They wait for what isn't there yet, and nobody else is to wait until that has come. */
    private static final List<String> FOLLOWING = List.of("/v1/changes", "/v1/events");

    private static final String FLIGHT = Flight.class.getName();
    private static final String RESERVE = Answer.class.getName();

    private final AnswerCache cache;
    private final Flights flights = new Flights();
    private final Clock clock;
    private final boolean on;

    CachedDelivery(AnswerCache cache, Clock clock, AccessConfig access) {
        this.cache = cache;
        this.clock = clock;
        this.on = cache.isOn() && !access.delivery().requireKey();
    }

    void register(@Observes Filters filters) {
        if (on) {
            filters.register(this::pass, EARLY);
        }
    }

    /** Null where nobody wants to keep what is being made. */
    static @Nullable Flight flight(RoutingContext request) {
        return request.get(FLIGHT);
    }

    /** What may be old, for where nothing newer can be had. */
    static @Nullable Answer reserve(RoutingContext request) {
        return request.get(RESERVE);
    }

    private void pass(RoutingContext request) {
        String key = isDelivery(request.request()) ? key(request.request()) : null;
        if (key == null || key.length() > LONGEST_KEY) {
            request.next();
        } else {
            answer(request, key);
        }
    }

    private void answer(RoutingContext request, String key) {
        Optional<Answer> kept = cache.get(key);
        if (kept.isPresent() && cache.isCurrent()) {
            send(request, kept.get());
            return;
        }
        kept.filter(answer -> cache.isOfUse()).ifPresent(answer -> request.put(RESERVE, answer));
        if (flights.board(key, cache.now(), () -> landed(request, key))) {
            // Whoever looks at it later is to find it unread.
            request.request().pause();
        } else {
            make(request, key);
        }
    }

    /** What the other one made; where it can't be kept, each makes its own. */
    private void landed(RoutingContext request, String key) {
        request.request().resume();
        Optional<Answer> kept = cache.get(key);
        if (kept.isPresent()) {
            send(request, kept.get());
        } else {
            request.next();
        }
    }

    private void make(RoutingContext request, String key) {
        Flight flight = flights.begin(key, cache.now());
        request.put(FLIGHT, flight);
        request.addEndHandler(end -> flight.land());
        request.next();
    }

    /** In the encoding that the request likes best, or as a 304. */
    void send(RoutingContext request, Answer answer) {
        if (answer.isReady(request.request().headers())) {
            write(request, answer);
        } else {
            // To encode it takes longer than an event loop has.
            request.vertx()
                    .executeBlocking(() -> answer.reply(request.request().headers(), clock.instant()), false)
                    .onSuccess(reply -> write(request, reply))
                    .onFailure(request::fail);
        }
    }

    private void write(RoutingContext request, Answer answer) {
        write(request, answer.reply(request.request().headers(), clock.instant()));
    }

    private static void write(RoutingContext request, Answer.Reply reply) {
        request.response().setStatusCode(reply.status());
        reply.writeHeaders(request.response().headers());
        if (reply.body() == null || request.request().method() == HttpMethod.HEAD) {
            request.response().end();
        } else {
            request.response().end(reply.body());
        }
    }

    private static boolean isDelivery(HttpServerRequest request) {
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && DeliveryHeaders.isPublic(request.path())
                && FOLLOWING.stream().noneMatch(request.path()::startsWith);
    }

    /** What an answer depends on beside content: the parameters in any order, the media types, and where links lead. */
    private static String key(HttpServerRequest request) {
        String query = request.query();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.path()
                + '?'
                + (query == null ? "" : sorted(query))
                + '\n'
                + (accept == null ? "" : accept)
                + '\n'
                + request.scheme()
                + request.authority();
    }

    private static String sorted(String query) {
        if (query.indexOf('&') < 0) {
            return query;
        }
        String[] parameters = query.split("&");
        Arrays.sort(parameters, Comparator.comparing(CachedDelivery::name));
        return String.join("&", parameters);
    }

    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        return end < 0 ? parameter : parameter.substring(0, end);
    }
}
