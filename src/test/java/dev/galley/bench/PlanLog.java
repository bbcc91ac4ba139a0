package dev.galley.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The log of a PostgreSQL server whose auto_explain writes down how each statement was run. */
final class PlanLog {
    /** What the server must be started with to write its log where this reads it. */
    static Map<String, String> server(Path directory) {
        return Map.of(
                "logging_collector", "on",
                "log_destination", "jsonlog",
                "log_directory", directory.toAbsolutePath().toString(),
                "log_filename", "plans.log");
    }

    /** What a connection must ask for so that its statements are written down. */
    static final String CONNECTION = Stream.of(
                    "session_preload_libraries=auto_explain",
                    "auto_explain.log_min_duration=0",
                    "auto_explain.log_analyze=on",
                    "auto_explain.log_timing=off",
                    "auto_explain.log_format=json")
            .map(setting -> "-c%20" + setting)
            .reduce((a, b) -> a + "%20" + b)
            .map(settings -> "options=" + settings)
            .orElseThrow();

    private static final Pattern ENTRY = Pattern.compile("duration: ([0-9.]+) ms  plan:\n(.*)", Pattern.DOTALL);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path file;
    private final Connection connection;
    private long read;

    PlanLog(Path directory, Connection connection) {
        this.file = directory.resolve("plans.json");
        this.connection = connection;
    }

    /** A statement as it was run. */
    record Plan(double milliseconds, String sql, JsonNode root) {
        /** Itself and all below. */
        Stream<Node> nodes() {
            return nodes(root);
        }

        private static Stream<Node> nodes(JsonNode node) {
            List<JsonNode> below = new ArrayList<>();
            node.path("Plans").forEach(below::add);
            return Stream.concat(Stream.of(new Node(node)), below.stream().flatMap(Plan::nodes));
        }
    }

    /** A step of a plan. */
    record Node(JsonNode json) {
        /** "" where it reads no table. */
        String table() {
            return json.path("Relation Name").asText("");
        }

        boolean isSequentialScan() {
            return json.path("Node Type").asText().equals("Seq Scan");
        }

        /** That it looked at, whether they were used or not. */
        long rows() {
            double each = json.path("Actual Rows").asDouble()
                    + json.path("Rows Removed by Filter").asDouble()
                    + json.path("Rows Removed by Join Filter").asDouble();
            return Math.round(each * json.path("Actual Loops").asDouble());
        }
    }

    /** Of the statements that ended since the last call. */
    List<Plan> next() throws SQLException {
        String mark = "mark " + UUID.randomUUID();
        try (Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin raise log '" + mark + "'; end $$");
        }
        // Whatever was written before the mark is in the file once the mark is.
        String text = await().atMost(LIMIT).until(this::unread, log -> log.contains(mark) && log.endsWith("\n"));
        read += text.getBytes(StandardCharsets.UTF_8).length;
        return text.lines().flatMap(PlanLog::plan).toList();
    }

    private String unread() {
        try (var log = Files.newInputStream(file)) {
            log.skipNBytes(read);
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Plan> plan(String line) {
        Matcher entry = ENTRY.matcher(json(line).path("message").asText());
        if (!entry.matches()) {
            return Stream.empty();
        }
        JsonNode plan = json(entry.group(2));
        return Stream.of(new Plan(
                Double.parseDouble(entry.group(1)), plan.path("Query Text").asText(), plan.path("Plan")));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
