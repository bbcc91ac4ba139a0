package dev.galley.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.Api;
import dev.galley.Gauge;
import dev.galley.RunningGalley;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send or read next to nothing, by the thousand. */
class SlowClientsDrill {
    private static final int CLIENTS = Integer.getInteger("test.clients", 2_000);
    private static final int IN_CONTROL = 20;
    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final double SLOWEST_NEIGHBOUR_MILLIS = 1_000;
    private static final String SLOW_HEAD = "GET /v1/articles HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String SLOW_BODY =
            "POST /v1/editorial/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Rounds.KEY
                    + "\r\nContent-Type: text/markdown\r\nContent-Length: 100000\r\n\r\n# Slow";
    private static final String LARGE_ANSWER = "GET /v1/articles/large HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    Path dataDir;

    @Test
    void whoSendsAByteNowAndThenIsClosedAndBurdensNobody() throws Exception {
        try (RunningGalley galley = Rounds.empty(RunningGalley.h2(dataDir)).start()) {
            Neighbour neighbour = neighbour(galley);
            Figures.Times alone = neighbour.read();
            try (Crowd heads = Crowd.ofSlowSenders(galley.port(), CLIENTS / 2, SLOW_HEAD);
                    Crowd bodies = Crowd.ofSlowSenders(galley.port(), CLIENTS / 2, SLOW_BODY)) {
                Figures.Times beside = neighbour.read();
                await().atMost(LONGEST.plusSeconds(15)).until(() -> heads.open() + bodies.open() == 0);
                Figures.add(
                        "Slow senders, a byte every 2 s",
                        CLIENTS / 2 + " in the head, " + CLIENTS / 2 + " in the body",
                        Figures.format(
                                "all closed, the last head after %.1f s, the last body after %.1f s; a GET alone %s,"
                                        + " beside them %s",
                                heads.longest().toMillis() / 1e3,
                                bodies.longest().toMillis() / 1e3,
                                alone,
                                beside));
                assertTrue(heads.longest().compareTo(LONGEST) <= 0
                        && bodies.longest().compareTo(LONGEST) <= 0);
                assertTrue(beside.millis(0.99) < SLOWEST_NEIGHBOUR_MILLIS, beside::toString);
            }
        }
    }

    @Test
    void whoReadsNothingIsClosedAndBurdensNobody() throws Exception {
        try (RunningGalley galley = Rounds.empty(RunningGalley.h2(dataDir)).start()) {
            Gauge gauge = new Gauge(galley);
            Neighbour neighbour = neighbour(galley);
            importLarge(neighbour.api());
            Figures.Times alone = neighbour.read();
            double heapBefore = gauge.heap();
            int filesBefore = gauge.openFiles();
            try (Crowd readers = Crowd.ofSlowReaders(galley.port(), CLIENTS, LARGE_ANSWER)) {
                await().atMost(Duration.ofMinutes(2)).until(() -> readers.answered() == CLIENTS);
                long start = System.nanoTime();
                Figures.Times beside = neighbour.read();
                double heapBeside = gauge.heap();
                assertTrue(gauge.openFiles() > filesBefore + CLIENTS / 2, "they are still there");
                await().atMost(LONGEST.plusSeconds(15)).until(() -> gauge.openFiles() < filesBefore + 20);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                Figures.add(
                        "Slow readers, who read nothing of 200 KB",
                        readers.open() + " at once",
                        Figures.format(
                                "all closed %.1f s after the last answer began; a GET alone %s, beside them %s; heap %.0f MiB, beside them"
                                        + " %.0f MiB",
                                took.toMillis() / 1e3, alone, beside, heapBefore, heapBeside));
                assertTrue(took.compareTo(LONGEST) <= 0, took::toString);
                assertTrue(beside.millis(0.99) < SLOWEST_NEIGHBOUR_MILLIS, beside::toString);
            }
        }
    }

    /** The negative control: with the limits raised they are all still there after that time. */
    @Test
    void aGalleyThatWaitsLongerIsFoundOut() throws Exception {
        RunningGalley.Launch launch = Rounds.empty(RunningGalley.h2(dataDir))
                .setting("galley.limits.receive", "10M")
                .setting("quarkus.http.idle-timeout", "10M");
        try (RunningGalley galley = launch.start()) {
            Gauge gauge = new Gauge(galley);
            importLarge(Rounds.api(galley));
            int filesBefore = gauge.openFiles();
            try (Crowd heads = Crowd.ofSlowSenders(galley.port(), IN_CONTROL, SLOW_HEAD);
                    Crowd bodies = Crowd.ofSlowSenders(galley.port(), IN_CONTROL, SLOW_BODY);
                    Crowd readers = Crowd.ofSlowReaders(galley.port(), IN_CONTROL, LARGE_ANSWER)) {
                Thread.sleep(LONGEST.toMillis());
                assertEquals(2 * IN_CONTROL, heads.open() + bodies.open());
                int files = gauge.openFiles() - filesBefore;
                assertTrue(files > 2.5 * IN_CONTROL, () -> files + " more files than before " + readers.open());
            }
        }
        Figures.add(
                "Control: the limits raised to 10 min",
                3 * IN_CONTROL + " slow senders and readers",
                "none closed after " + LONGEST.toSeconds() + " s");
    }

    private static Neighbour neighbour(RunningGalley galley) throws IOException {
        Api api = Rounds.api(galley);
        api.post(
                "/v1/editorial/imports?publish=true&slug=small",
                "application/json",
                Editions.document(1).toString());
        Neighbour neighbour = new Neighbour(api, "/v1/articles/small");
        neighbour.read();
        return neighbour;
    }

    private static void importLarge(Api api) throws IOException {
        String text = "# Large\n\n"
                + ("Some words that fill a line of about one hundred bytes, so that two thousand"
                                + " of them are large.\n\n")
                        .repeat(2_000);
        assertEquals(
                201,
                api.post("/v1/editorial/imports?publish=true&slug=large", "text/markdown", text)
                        .statusCode());
    }
}
