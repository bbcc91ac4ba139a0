package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Galley acknowledged is there after {@code kill -9} in the middle of writes, and nothing is there by half. */
class DurabilityIT {
    private static final String KEY = "durability-key-durability-key-durability";
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

    @TempDir
    Path dataDir;

    @Test
    void onH2() throws Exception {
        RunningGalley.Launch launch = RunningGalley.h2(dataDir);
        surviveTheKill(launch);
        launch.setting("galley.disk-reserve", "1000000G");
        try (RunningGalley galley = launch.start()) {
            withoutRoom(new Api(galley.baseUrl(), KEY));
        }
    }

    @Test
    void onPostgresql() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch()) {
            RunningGalley.Launch launch = RunningGalley.postgresql(dataDir).settings(postgres.settings());
            surviveTheKill(launch);
            try (RunningGalley galley = launch.start()) {
                withoutItsDatabase(new Api(galley.baseUrl(), KEY), postgres);
            }
        }
    }

    /** What was asked for before goes on; whatever needs the database says that it will be back. */
    private static void withoutItsDatabase(Api api, PostgresServer.Running postgres) throws IOException {
        String kept = "/v1/articles?limit=2";
        String body = api.get(kept).body();
        postgres.close();
        for (String path : List.of("/v1/articles?limit=3", "/v1/changes", "/v1/editorial/articles")) {
            HttpResponse<String> answer = api.get(path);
            assertEquals(503, answer.statusCode(), path);
            assertTrue(answer.headers().firstValue("Retry-After").isPresent(), path);
            assertTrue(answer.body().contains("/problems/unavailable"), answer.body());
        }
        assertEquals(
                503, api.post("/v1/editorial/imports", "text/markdown", "# A").statusCode());
        assertEquals(body, api.get(kept).body());
        assertEquals(200, api.get("/q/health/live").statusCode());
        assertEquals(503, api.get("/q/health/ready").statusCode());
    }

    /** The disk has less room than is to be left: reading goes on, writing waits for better times. */
    private static void withoutRoom(Api api) throws IOException {
        for (String path : List.of("/v1/articles", "/v1/editorial/articles", "/v1/search?q=lead")) {
            assertEquals(200, api.get(path).statusCode(), path);
        }
        for (String path : List.of("/v1/editorial/imports", "/v1/editorial/imports?dryRun=true")) {
            HttpResponse<String> refused = api.post(path, "text/markdown", "# A");
            assertEquals(503, refused.statusCode(), path);
            assertEquals("10", refused.headers().firstValue("Retry-After").orElse(""));
            assertTrue(refused.body().contains("disk is nearly full"), refused.body());
        }
    }

    private static void surviveTheKill(RunningGalley.Launch launch) throws Exception {
        launch.setting("galley.admin-key", KEY).setting("galley.samples", "false");
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (RunningGalley galley = launch.start()) {
            writeUntilKilled(galley, acknowledged);
        }
        assertTrue(acknowledged.size() >= ACKNOWLEDGED_BEFORE_THE_KILL);
        try (RunningGalley galley = launch.start()) {
            Api api = new Api(galley.baseUrl(), KEY);
            for (String slug : acknowledged) {
                HttpResponse<String> article = api.get("/v1/articles/" + slug);
                assertEquals(200, article.statusCode(), slug);
                assertTrue(article.body().contains("\"text\":\"The words of " + slug + "\""), article.body());
            }
            assertNothingByHalf(api);
        }
    }

    private static void writeUntilKilled(RunningGalley galley, Queue<String> acknowledged) throws Exception {
        Api api = new Api(galley.baseUrl(), KEY);
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        List<Thread> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> new Thread(() -> write(api, writer, acknowledged, enough)))
                .toList();
        writers.forEach(Thread::start);
        assertTrue(enough.await(1, TimeUnit.MINUTES), "the writers make progress");
        galley.kill();
        for (Thread writer : writers) {
            writer.join(TimeUnit.MINUTES.toMillis(1));
            assertFalse(writer.isAlive(), "the writers end with the server");
        }
    }

    private static void write(Api api, int writer, Queue<String> acknowledged, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String slug = "article-" + writer + "-" + i;
                String body = "# " + slug + "\n\nA lead.\n\n## One\n\nThe words of " + slug
                        + "\n\n## FAQ\n\n### Why?\n\nSo.\n";
                if (api.post("/v1/editorial/imports?publish=true&slug=" + slug, "text/markdown", body)
                                .statusCode()
                        != 201) {
                    return;
                }
                acknowledged.add(slug);
                enough.countDown();
            }
        } catch (IOException e) {
            // The server was killed, as it had to be.
        }
    }

    private static void assertNothingByHalf(Api api) throws IOException {
        List<String> articles = slugs(api, "/v1/articles?limit=100", "slug");
        List<String> questions = slugs(api, "/v1/faqs?limit=100", "anchor");
        List<String> sections = slugs(api, "/v1/sections?limit=100", "anchor");
        assertEquals(articles.size(), questions.size());
        assertEquals(articles.size(), sections.size());
    }

    private static List<String> slugs(Api api, String path, String member) throws IOException {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            var page = api.json(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("data").forEach(item -> all.add(item.path(member).asText()));
            cursor = page.path("page").path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return all;
    }
}
