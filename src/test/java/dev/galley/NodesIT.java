package dev.galley;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL: what one publishes the other serves and tells its listeners of. */
class NodesIT {
    private static final String KEY = "nodes-key-nodes-key-nodes-key-nodes-key-nodes";
    private static final int PUBLICATIONS = Integer.getInteger("test.publications", 100);

    @TempDir
    Path dataDir;

    @Test
    void whatOneNodePublishesTheOtherServesWithinASecondAndTellsOf() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch();
                RunningGalley one = node(postgres, "one");
                RunningGalley other = node(postgres, "other")) {
            Api first = new Api(one.baseUrl(), KEY);
            Api second = new Api(other.baseUrl(), KEY);
            Map<Long, Long> heard = listen(other);
            long[] served = new long[PUBLICATIONS];
            long[] told = new long[PUBLICATIONS];
            for (int i = 0; i < PUBLICATIONS; i++) {
                JsonNode article = publish(first, i);
                long published = System.nanoTime();
                String path = "/v1/articles/" + article.path("id").asText() + "?fields=title,version";
                await().atMost(Duration.ofSeconds(1))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> second.json(path).path("version").equals(article.path("version")));
                served[i] = System.nanoTime() - published;
                assertEquals("Tide " + i, second.json(path).path("title").asText());
                long number = i + 1;
                await().atMost(Duration.ofSeconds(1))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> heard.containsKey(number));
                told[i] = Math.max(0, heard.get(number) - published);
            }
            print("served it", served);
            print("told its listeners", told);
            listenersAreToldToComeBackAndRequestsFinish(other);
        }
    }

    private static JsonNode publish(Api api, int number) throws IOException {
        HttpResponse<String> answer = api.post(
                "/v1/editorial/imports?publish=true&slug=tide", "text/markdown", "# Tide " + number + "\n\nText.");
        assertTrue(answer.statusCode() < 300, answer.body());
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).path("article");
    }

    private static void print(String what, long[] delays) {
        java.util.Arrays.sort(delays);
        System.out.printf(
                "NodesIT: %d publications; the other node %s after %.1f ms (median), %.1f ms (99th percentile), %.1f ms"
                        + " (worst)%n",
                delays.length,
                what,
                delays[delays.length / 2] / 1e6,
                delays[(int) Math.ceil(delays.length * 0.99) - 1] / 1e6,
                delays[delays.length - 1] / 1e6);
    }

    /** When each change was heard, by its number. */
    private static Map<Long, Long> listen(RunningGalley galley) throws Exception {
        Map<Long, Long> heard = new ConcurrentHashMap<>();
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(galley.uri("/v1/events?since=0")).build(), BodyHandlers.ofInputStream());
        assertEquals(200, stream.statusCode());
        Thread reader = new Thread(() -> {
            try (Scanner lines = new Scanner(stream.body(), StandardCharsets.UTF_8)) {
                long id = 0;
                while (lines.hasNextLine()) {
                    String line = lines.nextLine();
                    if (line.startsWith("id:")) {
                        id = Long.parseLong(line.substring(3).strip());
                    } else if (line.startsWith("data:")) {
                        heard.putIfAbsent(id, System.nanoTime());
                    }
                }
            }
            heard.put(-1L, System.nanoTime());
        });
        reader.setDaemon(true);
        reader.start();
        return heard;
    }

    /** A node that is told to stop: readiness falls, streams end, and what is asked meanwhile is answered. */
    private static void listenersAreToldToComeBackAndRequestsFinish(RunningGalley galley) throws Exception {
        Map<Long, Long> heard = listen(galley);
        Api api = new Api(galley.baseUrl(), KEY);
        var waiting = api.getLater("/v1/changes?wait=30&since=" + PUBLICATIONS);
        await().until(() -> heard.containsKey((long) PUBLICATIONS));
        galley.terminate();
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> api.get("/q/health/ready").statusCode() == 503);
        assertEquals(200, api.get("/v1/articles/tide").statusCode(), "it goes on serving for a while");
        assertEquals(200, waiting.join().statusCode());
        await().atMost(Duration.ofSeconds(2)).until(() -> heard.containsKey(-1L));
        assertEquals(143, galley.stop());
    }

    private RunningGalley node(PostgresServer.Running postgres, String directory) {
        return RunningGalley.postgresql(dataDir.resolve(directory))
                .settings(postgres.settings())
                .setting("galley.admin-key", KEY)
                .setting("galley.samples", "false")
                .setting("quarkus.shutdown.delay", "2S")
                .start();
    }
}
