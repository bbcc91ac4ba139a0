package dev.galley.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.Gauge;
import dev.galley.RunningGalley;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listeners to {@code /v1/events} by the thousand on one node. */
class ListenersDrill {
    private static final int LISTENERS = Integer.getInteger("test.listeners", 2_000);
    private static final double LONGEST_MILLIS = 5_000;
    private static final double LARGEST_GROWTH = 150;

    @TempDir
    Path dataDir;

    @Test
    void eachHearsOfAPublication() throws Exception {
        try (RunningGalley galley = Rounds.empty(RunningGalley.h2(dataDir)).start()) {
            Gauge gauge = new Gauge(galley);
            double heapBefore = gauge.heap();
            try (Crowd all = listeners(galley, LISTENERS, "")) {
                double heapBeside = gauge.heap();
                long start = System.nanoTime();
                assertTrue(publish(galley));
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> all.heardAfter(start).length == LISTENERS);
                Figures.Times times = Figures.Times.of(all.heardAfter(start));
                Figures.add(
                        "Listeners to /v1/events on one node",
                        LISTENERS + " at once",
                        Figures.format(
                                "each heard, the last %.0f ms after the publication was sent; heap %.0f MiB, beside"
                                        + " them %.0f MiB",
                                times.millis(1), heapBefore, heapBeside));
                assertTrue(times.millis(1) < LONGEST_MILLIS, times::toString);
                assertTrue(heapBeside - heapBefore < LARGEST_GROWTH, "heap");
            }
        }
    }

    /** The negative control: who listens for something else hears nothing. */
    @Test
    void whoFollowsAnotherTopicHearsNothing() throws Exception {
        try (RunningGalley galley = Rounds.empty(RunningGalley.h2(dataDir)).start();
                Crowd others = listeners(galley, 20, "?topic=other");
                Crowd all = listeners(galley, 20, "")) {
            long start = System.nanoTime();
            assertTrue(publish(galley));
            await().until(() -> all.heardAfter(start).length == 20);
            assertEquals(0, others.heardAfter(start).length);
        }
        Figures.add("Control: listeners to another topic", "20 at once", "none heard");
    }

    private static boolean publish(RunningGalley galley) {
        return Answer.of(Rounds.api(galley), "POST /v1/editorial/imports?publish=true", 1)
                .isOk();
    }

    /** When all of them are listening. */
    private static Crowd listeners(RunningGalley galley, int size, String query) throws Exception {
        String request = "GET /v1/events" + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        Crowd crowd = Crowd.ofListeners(galley.port(), size, request, "article.published");
        await().atMost(Duration.ofMinutes(1)).until(() -> crowd.answered() == size);
        return crowd;
    }
}
