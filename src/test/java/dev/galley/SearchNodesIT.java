package dev.galley;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of several nodes has an index of its own, and finds what the others published. */
class SearchNodesIT {
    private static final String KEY = "search-nodes-key-search-nodes-key-search";

    @TempDir
    Path dataDir;

    @Test
    void whatOneNodePublishesTheOthersFind() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch();
                RunningGalley one = node(postgres, "one");
                RunningGalley other = node(postgres, "other")) {
            Api first = new Api(one.baseUrl(), KEY);
            first.post("/v1/editorial/imports?publish=true", "text/markdown", "# Zwiebelkuchen\n\nWith onions.");
            assertEquals(1, found(first));
            Api second = new Api(other.baseUrl(), KEY);
            await().atMost(Duration.ofSeconds(2)).until(() -> found(second) == 1);
            withTheSameDirectory(postgres, one);
            afterItWasSuspended(first, other);
        }
    }

    /** Its first answers are those to what was asked while it couldn't hear of anything. */
    private static void afterItWasSuspended(Api first, RunningGalley other) throws IOException {
        other.suspend();
        first.post("/v1/editorial/imports?publish=true", "text/markdown", "# Kartoffelpuffer\n\nWith apples.");
        await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
        Api api = new Api(other.baseUrl(), KEY);
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> api.getLater("/v1/search?q=kartoffelpuffer&type=article"))
                .toList();
        other.resume();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            HttpResponse<String> response = answer.join();
            assertTrue(
                    response.statusCode() == 503 || response.body().contains("Kartoffelpuffer"),
                    response.statusCode() + " " + response.body());
        }
    }

    /** By mistake: it makes an index of its own beside the other's, which stays as it is. */
    private void withTheSameDirectory(PostgresServer.Running postgres, RunningGalley one) throws IOException {
        try (RunningGalley third = node(postgres, "one")) {
            Api api = new Api(third.baseUrl(), KEY);
            await().untilAsserted(
                            () -> assertEquals(200, api.get("/v1/search?q=x").statusCode()));
            assertEquals(1, found(api));
            assertTrue(third.log().contains("Another process uses the search index"), third.log());
            assertEquals(1, found(new Api(one.baseUrl(), KEY)));
            JsonNode job = api.json("/v1/editorial/jobs").at("/data/0");
            assertEquals("search-index", job.path("kind").asText());
        }
    }

    private RunningGalley node(PostgresServer.Running postgres, String directory) {
        return RunningGalley.postgresql(dataDir.resolve(directory))
                .settings(postgres.settings())
                .setting("galley.admin-key", KEY)
                .setting("galley.samples", "false")
                .start();
    }

    private static int found(Api api) throws IOException {
        return api.json("/v1/search?q=zwiebelkuchen&type=article").path("data").size();
    }
}
