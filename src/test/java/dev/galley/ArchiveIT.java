package dev.galley;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a Galley has, taken to another one; and an import whose node is killed. */
class ArchiveIT {
    private static final String KEY = "archive-key-archive-key-archive-key-archive-key";
    private static final String IMPORTS = "/v1/editorial/imports";
    private static final int LINES = 300;

    @TempDir
    Path directory;

    private RunningGalley start(String name, boolean samples) {
        return RunningGalley.h2(directory.resolve(name))
                .setting("galley.admin-key", KEY)
                .setting("galley.samples", String.valueOf(samples))
                .start();
    }

    @Test
    void whatWasExportedAndImportedElsewhereIsExportedTheSame() throws Exception {
        byte[] markdown;
        byte[] json;
        try (RunningGalley galley = start("one", true)) {
            Api api = new Api(galley.baseUrl(), KEY);
            addWhatSamplesLack(api);
            markdown = export(api, "markdown");
            json = export(api, "json");
        }
        try (RunningGalley galley = start("markdown", false)) {
            Api api = new Api(galley.baseUrl(), KEY);
            assertImported(api, markdown);
            assertArrayEquals(json, export(api, "json"), "through Markdown");
            assertArrayEquals(markdown, export(api, "markdown"), "Markdown");
            assertImported(api, markdown);
            assertArrayEquals(markdown, export(api, "markdown"), "the same again changes nothing");
        }
        try (RunningGalley galley = start("json", false)) {
            Api api = new Api(galley.baseUrl(), KEY);
            assertImported(api, json);
            assertArrayEquals(json, export(api, "json"), "JSON");
            assertArrayEquals(markdown, export(api, "markdown"), "through JSON");
        }
    }

    /** A draft, one that was public, one that is and has a newer version, and two that link to each other. */
    private static void addWhatSamplesLack(Api api) throws IOException {
        imported(api, "", "# Only a draft\n\n## One\n\nWords.\n\n> [!NOTE] Mind\n> this.\n");
        String withdrawn =
                imported(api, "?publish=true", "---\ndate: 2024-03-01T10:00:00Z\n---\n# Withdrawn\n\nWords.");
        assertEquals(
                200,
                api.post("/v1/editorial/articles/" + withdrawn + "/unpublish", "application/json", "{}")
                        .statusCode());
        String changed = imported(api, "?publish=true", "# Changed\n\nAs it is.");
        assertEquals(
                200,
                api.patch("/v1/editorial/articles/" + changed, "{\"title\": \"Changed since\"}")
                        .statusCode());
        String first = imported(api, "", "# First of two\n\nWords.");
        String second = imported(api, "", "# Second of two\n\nSee [the first](article:" + first + ").");
        assertEquals(
                200,
                api.patch(
                                "/v1/editorial/articles/" + first,
                                "{\"lead\": [{\"type\": \"paragraph\", \"text\": \"See [the second](article:" + second
                                        + ").\"}]}")
                        .statusCode());
        for (String one : new String[] {first, second}) {
            assertEquals(
                    200,
                    api.post("/v1/editorial/articles/" + one + "/publish", "application/json", "{}")
                            .statusCode());
        }
    }

    private static String imported(Api api, String query, String markdown) throws IOException {
        var answer = api.post(IMPORTS + query, "text/markdown", markdown);
        assertEquals(201, answer.statusCode(), answer.body());
        return parsed(answer.body()).at("/article/id").asText();
    }

    private static byte[] export(Api api, String format) throws IOException {
        return api.bytes("/v1/editorial/exports?format=" + format);
    }

    private static void assertImported(Api api, byte[] zip) throws IOException {
        JsonNode job = ended(api, parsed(api.post(IMPORTS + "?publish=true", "application/zip", zip)));
        assertEquals("done", job.path("state").asText(), job.toString());
        assertEquals(0, job.path("failed").asInt(), job.toString());
        assertTrue(job.path("items").findValues("warnings").stream().allMatch(JsonNode::isEmpty), job.toString());
    }

    private static JsonNode ended(Api api, JsonNode begun) {
        String job = "/v1/editorial/jobs/" + begun.path("id").asText();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !api.json(job).path("state").asText().equals("running"));
        try {
            return api.json(job);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode parsed(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anImportWhoseNodeIsKilledIsTakenUpAgain() throws Exception {
        String lines = IntStream.range(0, LINES)
                .mapToObj(i -> "{\"slug\": \"line-%d\", \"title\": \"Line %d\"}".formatted(i, i))
                .collect(Collectors.joining("\n"));
        String job;
        try (RunningGalley galley = start("killed", false)) {
            Api api = new Api(galley.baseUrl(), KEY);
            job = parsed(api.post(IMPORTS + "?publish=true", "application/x-ndjson", lines)
                            .body())
                    .path("id")
                    .asText();
            await().until(() ->
                    api.json("/v1/editorial/jobs/" + job).path("done").asInt() > 20);
            galley.kill();
        }
        try (RunningGalley galley = start("killed", false)) {
            Api api = new Api(galley.baseUrl(), KEY);
            JsonNode done = ended(api, parsed("{\"id\": \"" + job + "\"}"));
            assertEquals("done", done.path("state").asText(), done.toString());
            assertEquals(LINES, done.path("done").asInt());
            assertEquals(0, done.path("failed").asInt());
            assertEquals(LINES, done.path("items").size());
            assertEquals(
                    LINES,
                    api.json("/v1/articles?count=true&limit=1")
                            .at("/page/total")
                            .asInt());
        }
    }
}
