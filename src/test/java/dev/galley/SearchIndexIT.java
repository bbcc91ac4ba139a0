package dev.galley;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever became of the search index on disk, Galley starts, makes a new one and finds the same as before. */
class SearchIndexIT {
    private static final String KEY = "search-index-key-search-index-key-search";
    private static final String QUERY = "/v1/search?q=cache";

    @TempDir
    Path dataDir;

    private RunningGalley.Launch launch;
    private Path home;

    @BeforeEach
    void prepare() {
        launch = RunningGalley.h2(dataDir).setting("galley.admin-key", KEY);
        home = dataDir.resolve("search");
    }

    @Test
    void anIndexThatIsThereIsUsedAgainAndCatchesUp() throws Exception {
        JsonNode before;
        try (RunningGalley galley = launch.start()) {
            before = search(galley);
            new Api(galley.baseUrl(), KEY)
                    .post("/v1/editorial/imports?publish=true", "text/markdown", "# Zwiebelkuchen\n\nWith onions.");
            galley.kill();
        }
        List<Path> index = indexes();
        assertEquals(1, index.size());
        try (RunningGalley galley = launch.start()) {
            JsonNode found = new Api(galley.baseUrl(), KEY).json("/v1/search?q=zwiebelkuchen");
            assertEquals("Zwiebelkuchen", found.at("/data/0/title").asText());
            assertEquals(titles(before), titles(search(galley)));
            assertEquals(index, indexes());
            assertEquals(0, jobs(galley).size());
            assertFalse(galley.log().contains("search index"), galley.log());
        }
    }

    @Test
    void anIndexThatCanNotBeTrustedIsMadeAgain() throws Exception {
        JsonNode before;
        try (RunningGalley galley = launch.start()) {
            before = search(galley);
            galley.stop();
        }
        afterDamage(before, SearchIndexIT::delete, true);
        afterDamage(before, SearchIndexIT::garble, true);
        afterDamage(before, SearchIndexIT::cut, true);
        delete(dataDir.resolve("galley.mv.db"));
        afterDamage(before, SearchIndexIT::leave, false);
    }

    @Test
    void withoutAnIndexSearchAloneIsUnavailable() throws Exception {
        Files.createDirectories(dataDir);
        Files.writeString(home, "no directory");
        try (RunningGalley galley = launch.start()) {
            Api api = new Api(galley.baseUrl(), KEY);
            for (String path : List.of(QUERY, "/v1/search/suggest?q=cache")) {
                HttpResponse<String> answer = api.get(path);
                assertEquals(503, answer.statusCode(), answer.body());
                assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            }
            assertEquals(200, api.get("/v1/articles?topic=http-caching").statusCode());
            assertEquals("failed", check(api).at("/data/state").asText());
            Files.delete(home);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertEquals(200, api.get(QUERY).statusCode()));
            assertFound(galley);
            assertEquals("ready", check(api).at("/data/state").asText());
            assertJobDone(galley);
            assertARebuildThatFailsChangesNothing(galley, api);
        }
    }

    private void assertARebuildThatFailsChangesNothing(RunningGalley galley, Api api) throws IOException {
        Files.move(home, dataDir.resolve("aside"));
        Files.writeString(home, "no directory");
        assertEquals(
                202,
                api.post("/v1/editorial/search/rebuild", "application/json", "").statusCode());
        await().untilAsserted(
                        () -> assertEquals("failed", jobs(galley).at("/0/state").asText()));
        assertFound(galley);
        await().untilAsserted(
                        () -> assertEquals("ready", check(api).at("/data/state").asText()));
    }

    private void afterDamage(JsonNode before, Consumer<Path> damage, boolean sameDatabase) throws Exception {
        Path index = indexes().get(0);
        Stream.of(files(index)).forEach(damage);
        try (RunningGalley galley = launch.start()) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertEquals(
                            200, new Api(galley.baseUrl(), KEY).get(QUERY).statusCode()));
            assertEquals(titles(before), titles(search(galley)));
            if (sameDatabase) {
                assertJobDone(galley);
            }
            assertFalse(indexes().contains(index));
            assertTrue(galley.log().contains("a new one is made"), galley.log());
            assertFalse(galley.log().contains("\tat "), galley.log());
            galley.stop();
        }
    }

    private static List<String> titles(JsonNode page) {
        return page.path("data").findValuesAsText("title");
    }

    private static JsonNode search(RunningGalley galley) throws IOException {
        assertFound(galley);
        return new Api(galley.baseUrl(), KEY).json(QUERY);
    }

    private static void assertFound(RunningGalley galley) throws IOException {
        HttpResponse<String> answer = new Api(galley.baseUrl(), KEY).get(QUERY);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("how-http-caching-works"), answer.body());
    }

    private static void assertJobDone(RunningGalley galley) {
        await().untilAsserted(() -> {
            JsonNode job = jobs(galley).path(0);
            assertEquals("search-index", job.path("kind").asText());
            assertEquals("done", job.path("state").asText());
            assertEquals(6, job.path("total").asInt());
            assertEquals(6, job.path("done").asInt());
        });
    }

    private static JsonNode jobs(RunningGalley galley) throws IOException {
        return new Api(galley.baseUrl(), KEY).json("/v1/editorial/jobs").path("data");
    }

    private static JsonNode check(Api api) throws IOException {
        for (JsonNode check : api.json("/q/health/ready").path("checks")) {
            if (check.path("name").asText().equals("search")) {
                return check;
            }
        }
        throw new AssertionError("no check of the search index");
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> indexes = Files.list(home)) {
            return indexes.sorted().toList();
        }
    }

    private static Path[] files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toArray(Path[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void garble(Path file) {
        change(file, bytes -> {
            if (bytes.length > 0) {
                bytes[bytes.length / 2] ^= 0x55;
            }
            return bytes;
        });
    }

    private static void cut(Path file) {
        change(file, bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static void leave(Path file) {
        assertTrue(Files.exists(file));
    }

    private static void change(Path file, UnaryOperator<byte[]> change) {
        try {
            Files.write(file, change.apply(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
