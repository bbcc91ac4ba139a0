package dev.galley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import dev.galley.platform.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Measures what editors can write, on both databases, beside plain inserts of the same bytes into the same kind of
 * database; {@code src/bench/writes.sh} starts it. Everything is committed and on disk before it counts.
 */
final class Writes {
    private static final String KEY = "bench-key-bench-key-bench-key-bench-key";
    private static final String ARTICLES = "/v1/editorial/articles";
    private static final List<Integer> WRITERS = List.of(1, 8, 32);
    private static final int WARM_UP_SECONDS = 10;
    private static final String H2 = "jdbc:h2:file:%s;WRITE_DELAY=0;MAX_LENGTH_INPLACE_LOB=65536";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int seconds;
    private final String document = document();

    /** By what is done and where, then by the number of writers. */
    private final Map<String, Map<Integer, Rate>> rates = new LinkedHashMap<>();

    /** What one writer does again and again. */
    private interface Writer {
        void write() throws Exception;
    }

    private record Rate(double perSecond, double medianMillis, double p99Millis) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.0f (%.1f ms, %.1f ms)", perSecond, medianMillis, p99Millis);
        }
    }

    private Writes(int seconds) {
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Writes writes = new Writes(seconds);
        Path data = Files.createTempDirectory("galley-writes");
        writes.measure("H2", RunningGalley.h2(data.resolve("galley")), H2.formatted(data.resolve("plain")), "sa", "");
        try (PostgresServer.Running server = new PostgresServer.Running(EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start())) {
            writes.measure(
                    "PostgreSQL",
                    RunningGalley.postgresql(data.resolve("node")).settings(server.settings()),
                    server.jdbcUrl(),
                    PostgresServer.Running.USERNAME,
                    PostgresServer.Running.PASSWORD);
        }
        System.out.print(writes.table());
        System.out.printf(
                Locale.ROOT,
                "A second, in brackets the median and the 99th percentile of one; documents of %,d bytes, %d s of each,"
                        + " Java %s, %d processors shared with the writers.%n",
                writes.document.length(),
                seconds,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
    }

    private void measure(String database, RunningGalley.Launch launch, String jdbcUrl, String user, String password)
            throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create table plain_document (id uuid primary key, document text)");
            // H2 closes a database that nobody is connected to.
            all(database + ", plain insert", () -> insert(DriverManager.getConnection(jdbcUrl, user, password)));
        }
        launch.setting("galley.admin-key", KEY)
                .setting("galley.samples", "false")
                .javaOption("-XX:TieredStopAtLevel=4")
                .javaOption("-Xmx1g");
        try (RunningGalley galley = launch.start()) {
            all(database + ", new draft", () -> () -> send(galley, "POST", ARTICLES, document));
            all(database + ", edit of a section", () -> edit(galley));
            all(database + ", edit and publication", () -> edition(galley));
        }
    }

    private Writer insert(Connection connection) throws SQLException {
        PreparedStatement insert = connection.prepareStatement("insert into plain_document values (?, ?)");
        return () -> {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, document);
            insert.executeUpdate();
        };
    }

    /** Each writer has an article of its own. */
    private Writer edit(RunningGalley galley) throws IOException, InterruptedException {
        JsonNode draft = send(galley, "POST", ARTICLES, document);
        String section = ARTICLES + "/" + draft.path("id").asText() + "/sections/"
                + draft.at("/sections/0/id").asText();
        int[] number = {0};
        return () -> send(galley, "PATCH", section, "{\"heading\": \"Heading " + number[0]++ + "\"}");
    }

    private Writer edition(RunningGalley galley) throws Exception {
        JsonNode draft = send(galley, "POST", ARTICLES, document);
        String url = ARTICLES + "/" + draft.path("id").asText();
        String section = url + "/sections/" + draft.at("/sections/0/id").asText();
        int[] number = {0};
        return () -> {
            send(galley, "PATCH", section, "{\"heading\": \"Heading " + number[0]++ + "\"}");
            send(galley, "POST", url + "/publish", "{}");
        };
    }

    private void all(String name, Callable<Writer> writer) throws Exception {
        run(8, WARM_UP_SECONDS, writer);
        for (int writers : WRITERS) {
            Rate rate = run(writers, seconds, writer);
            rates.computeIfAbsent(name, unknown -> new LinkedHashMap<>()).put(writers, rate);
            System.err.println(name + ", " + writers + ": " + rate);
        }
    }

    private static Rate run(int writers, int seconds, Callable<Writer> writer) throws Exception {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        List<Writer> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            all.add(writer.call());
        }
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<?>> running = new ArrayList<>();
            for (Writer one : all) {
                running.add(threads.submit(() -> write(one, end, times)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a write failed", e.getCause());
        } finally {
            threads.shutdown();
        }
        List<Long> sorted = times.stream().sorted().toList();
        return new Rate(
                (double) sorted.size() / seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get((int) ((sorted.size() - 1) * 0.99)) / 1e6);
    }

    private static Void write(Writer writer, long end, List<Long> times) throws Exception {
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            writer.write();
            times.add(System.nanoTime() - begun);
        }
        return null;
    }

    private JsonNode send(RunningGalley galley, String method, String path, String body)
            throws IOException, InterruptedException {
        String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(galley.uri(path))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
        JsonNode json = Json.parse(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + " answered " + json);
        }
        return json;
    }

    private String table() {
        StringBuilder table = new StringBuilder("|");
        WRITERS.forEach(writers -> table.append(" | ").append(writers == 1 ? "1 writer" : writers + " writers"));
        table.append(" |\n| ---").append(" | ---:".repeat(WRITERS.size())).append(" |\n");
        rates.forEach((name, byWriters) -> {
            table.append("| ").append(name);
            WRITERS.forEach(writers -> table.append(" | ").append(byWriters.get(writers)));
            table.append(" |\n");
        });
        return table.toString();
    }

    /** Some 600 words. */
    private static String document() {
        GeneratedArticles articles = new GeneratedArticles(1, 1, new GeneratedArticles.Shape(6, 2, 50));
        ObjectNode document = Json.MAPPER.valueToTree(articles.article(0).document());
        // Each draft gets its own, made of the title.
        return document.without("slug").toString();
    }
}
