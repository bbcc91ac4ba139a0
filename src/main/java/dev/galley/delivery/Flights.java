package dev.galley.delivery;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Answers that are being made: who asks for the same waits for the one who is at it. */
final class Flights {
    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

    /** One answer that is being made, since a tick of {@link Freshness}. */
    final class Flight {
        private final String key;
        private final long since;
        private @Nullable List<Runnable> waiting = new ArrayList<>();

        private Flight(String key, long since) {
            this.key = key;
            this.since = since;
        }

        String key() {
            return key;
        }

        long since() {
            return since;
        }

        /** Made, or not to be had; again changes nothing. */
        void land() {
            flights.remove(key, this);
            List<Runnable> told;
            synchronized (this) {
                told = waiting == null ? List.of() : waiting;
                waiting = null;
            }
            told.forEach(Runnable::run);
        }

        /** False where it has landed. */
        private synchronized boolean await(Runnable passenger) {
            return waiting != null && waiting.add(passenger);
        }
    }

    /** A new one, for the caller to make and to land. */
    Flight begin(String key, long since) {
        Flight flight = new Flight(key, since);
        flights.put(key, flight);
        return flight;
    }

    /**
     * Runs {@code then} on the caller's event loop when the one under way has landed; false where there is none, or it
     * was begun before {@code since} and will be stale.
     */
    boolean board(String key, long since, Runnable then) {
        Flight flight = flights.get(key);
        Context context = Vertx.currentContext();
        return flight != null && flight.since == since && flight.await(() -> context.runOnContext(go -> then.run()));
    }
}
