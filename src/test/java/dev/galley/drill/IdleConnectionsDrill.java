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

/** Connections by the thousand on which nothing is ever sent. */
class IdleConnectionsDrill {
    private static final int CONNECTIONS = Integer.getInteger("test.connections", 10_000);
    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final double LARGEST_GROWTH = 150;

    @TempDir
    Path dataDir;

    @Test
    void theyCostLittleAndAreClosed() throws Exception {
        try (RunningGalley galley = Rounds.empty(RunningGalley.h2(dataDir)).start()) {
            Gauge gauge = new Gauge(galley);
            Neighbour neighbour = new Neighbour(Rounds.api(galley), "/v1/articles");
            neighbour.read();
            Figures.Times alone = neighbour.read();
            double heapBefore = gauge.heap();
            try (Crowd crowd = Crowd.ofListeners(galley.port(), CONNECTIONS, "", "")) {
                await("Galley holds them").until(() -> gauge.openFiles() > CONNECTIONS);
                Figures.Times beside = neighbour.read();
                double heapBeside = gauge.heap();
                await().atMost(LONGEST.plusSeconds(15)).until(() -> crowd.open() == 0);
                Figures.add(
                        "Idle connections",
                        CONNECTIONS + " at once",
                        Figures.format(
                                "all closed, the last after %.1f s; a GET alone %s, beside them %s; heap %.0f MiB,"
                                        + " beside them %.0f MiB",
                                crowd.longest().toMillis() / 1e3, alone, beside, heapBefore, heapBeside));
                assertTrue(crowd.longest().compareTo(LONGEST) <= 0, crowd.longest()::toString);
                assertTrue(heapBeside - heapBefore < LARGEST_GROWTH, "heap");
            }
        }
    }

    /** The negative control. */
    @Test
    void aGalleyThatWaitsLongerIsFoundOut() throws Exception {
        RunningGalley.Launch launch =
                Rounds.empty(RunningGalley.h2(dataDir)).setting("quarkus.http.idle-timeout", "10M");
        try (RunningGalley galley = launch.start();
                Crowd crowd = Crowd.ofListeners(galley.port(), 20, "", "")) {
            Thread.sleep(LONGEST.toMillis());
            assertEquals(20, crowd.open());
        }
        Figures.add("Control: the idle time-out raised to 10 min", "20 idle connections", "none closed after 45 s");
    }
}
