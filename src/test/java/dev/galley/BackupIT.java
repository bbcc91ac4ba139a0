package dev.galley;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is made while others write is a state that there was, and what it had to send is not sent once more. */
class BackupIT {
    private static final String KEY = "backup-key-backup-key-backup-key-backup";
    private static final int WRITERS = 3;
    private static final int WRITTEN_BEFORE = 10;

    @TempDir
    Path directory;

    @Test
    void ofTheEmbeddedDatabase() throws Exception {
        List<Integer> acknowledged;
        try (RunningGalley galley =
                launch(RunningGalley.h2(directory.resolve("data"))).start()) {
            Writers writers = new Writers(galley);
            acknowledged = writers.acknowledged();
            unpack(download(galley), directory.resolve("restored"));
            writers.stop();
        }
        assertRestored(launch(RunningGalley.h2(directory.resolve("restored"))), acknowledged);
    }

    /** With the tools of PostgreSQL, which {@code .ci/run} installs. */
    @Test
    void ofPostgresql() throws Exception {
        assumeTrue(isInstalled("pg_dump"), "pg_dump is installed");
        assumeTrue(
                Pattern.matches("(?s).* 1[56][. ].*", run("pg_dump", "--version")),
                "pg_dump is no newer than what the server understands");
        Path dump = directory.resolve("galley.dump");
        List<Integer> acknowledged;
        try (PostgresServer.Running postgres = PostgresServer.launch()) {
            RunningGalley.Launch launch = RunningGalley.postgresql(directory.resolve("data"));
            try (RunningGalley galley =
                    launch(launch.settings(postgres.settings())).start()) {
                Writers writers = new Writers(galley);
                acknowledged = writers.acknowledged();
                run("pg_dump", "--format=custom", "--file=" + dump, uri(postgres));
                writers.stop();
            }
        }
        try (PostgresServer.Running postgres = PostgresServer.launch()) {
            run("pg_restore", "--no-owner", "--dbname=" + uri(postgres), dump.toString());
            RunningGalley.Launch launch = RunningGalley.postgresql(directory.resolve("restored"));
            assertRestored(launch(launch.settings(postgres.settings())), acknowledged);
        }
    }

    private static RunningGalley.Launch launch(RunningGalley.Launch launch) {
        return launch.setting("galley.admin-key", KEY)
                .setting("galley.samples", "false")
                .setting("galley.webhooks.allow-private", "true")
                .setting("galley.webhooks.backoff", "1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S,1S");
    }

    /** They publish one article after the other, and a webhook that nobody answers is to be told of each. */
    private static final class Writers {
        private final Api api;
        private final List<AtomicInteger> counts =
                Stream.generate(AtomicInteger::new).limit(WRITERS).toList();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<Thread> threads;

        Writers(RunningGalley galley) throws IOException {
            api = new Api(galley.baseUrl(), KEY);
            HttpResponse<String> webhook =
                    api.post("/v1/editorial/webhooks", "application/json", "{\"url\": \"http://localhost:1/\"}");
            assertEquals(201, webhook.statusCode(), webhook.body());
            threads = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> new Thread(() -> write(writer)))
                    .toList();
            threads.forEach(Thread::start);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> counts.stream().allMatch(count -> count.get() >= WRITTEN_BEFORE));
        }

        /** How many each has published for certain. */
        List<Integer> acknowledged() {
            return counts.stream().map(AtomicInteger::get).toList();
        }

        void stop() throws InterruptedException {
            List<Integer> before = acknowledged();
            await().until(() -> !acknowledged().equals(before));
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private void write(int writer) {
            try {
                while (!stopped.get()) {
                    int number = counts.get(writer).get();
                    String slug = slug(writer, number);
                    String source = "# " + slug + "\n\nWords.\n\n## One\n\nThe words of " + slug + "\n";
                    HttpResponse<String> answer =
                            api.post("/v1/editorial/imports?publish=true&slug=" + slug, "text/markdown", source);
                    if (answer.statusCode() != 201) {
                        throw new IllegalStateException(answer.body());
                    }
                    counts.get(writer).incrementAndGet();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String slug(int writer, int number) {
        return "article-" + writer + "-" + number;
    }

    /** What was acknowledged before is there, what came after is there from the first to some last one, all of it whole. */
    private static void assertRestored(RunningGalley.Launch launch, List<Integer> acknowledged) throws IOException {
        try (WebhookReceiver receiver = WebhookReceiver.thatAnswers(200);
                RunningGalley galley = launch.setting(
                                "galley.webhooks.discard-before", Instant.now().toString())
                        .start()) {
            Api api = new Api(galley.baseUrl(), KEY);
            List<JsonNode> changes = changes(api);
            assertEquals(
                    IntStream.rangeClosed(1, changes.size()).boxed().toList(),
                    changes.stream().map(change -> change.path("seq").asInt()).toList());
            List<String> slugs = changes.stream()
                    .map(change -> change.at("/article/slug").asText())
                    .toList();
            for (int writer = 0; writer < WRITERS; writer++) {
                String own = "article-" + writer + "-";
                List<String> written =
                        slugs.stream().filter(slug -> slug.startsWith(own)).toList();
                assertTrue(written.size() >= acknowledged.get(writer), written.size() + " of " + acknowledged);
                assertEquals(
                        IntStream.range(0, written.size())
                                .mapToObj(number -> own + number)
                                .toList(),
                        written);
            }
            for (String slug : slugs) {
                assertTrue(api.get("/v1/articles/" + slug).body().contains("The words of " + slug), slug + " is whole");
            }
            assertOldNewsIsNotSent(api, receiver, changes.size());
        }
    }

    private static void assertOldNewsIsNotSent(Api api, WebhookReceiver receiver, int changes) throws IOException {
        String webhook = api.json("/v1/editorial/webhooks").at("/data/0/id").asText();
        api.patch("/v1/editorial/webhooks/" + webhook, "{\"url\": \"" + receiver.url() + "\"}");
        String deliveries = "/v1/editorial/webhooks/" + webhook + "/deliveries?limit=100";
        await().until(() -> api.json(deliveries + "&state=pending").path("data").isEmpty());
        assertTrue(api.json(deliveries + "&state=discarded").path("data").size() >= Math.min(100, changes));
        assertEquals(
                201,
                api.post("/v1/editorial/imports?publish=true&slug=news", "text/markdown", "# News\n\nWords.\n")
                        .statusCode());
        await().until(() -> receiver.received().size() == 1);
        assertEquals("news", receiver.last().json().at("/data/article/slug").asText());
    }

    private static List<JsonNode> changes(Api api) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode page = api.json("/v1/changes?limit=1000");
                !page.path("data").isEmpty();
                page = api.json(
                        "/v1/changes?limit=1000&since=" + page.path("next").asLong())) {
            page.path("data").forEach(all::add);
        }
        return all;
    }

    private static byte[] download(RunningGalley galley) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(galley.uri("/v1/editorial/backup"))
                                .header("Authorization", "Bearer " + KEY)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private static void unpack(byte[] archive, Path to) throws IOException {
        Files.createDirectories(to);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, to.resolve(entry.getName()));
            }
        }
    }

    private static String uri(PostgresServer.Running postgres) {
        URI url = URI.create(postgres.jdbcUrl().substring("jdbc:".length()));
        return "postgresql://" + PostgresServer.Running.USERNAME + ":" + PostgresServer.Running.PASSWORD + "@"
                + url.getHost() + ":" + url.getPort() + url.getPath();
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
