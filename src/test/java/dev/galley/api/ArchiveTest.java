package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.editor;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Ids;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many articles at once, in and out. */
@ApiTest
class ArchiveTest {
    private static final String ZIP = "application/zip";

    private final String word = word();

    private static byte[] zip(Map<String, ?> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, ?> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(
                        file.getValue() instanceof byte[] content
                                ? content
                                : file.getValue().toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> files(Object... namesAndTexts) {
        Map<String, Object> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i].toString(), namesAndTexts[i + 1]);
        }
        return files;
    }

    private static Response post(String type, byte[] body, String query) {
        return editor().header("Content-Type", type).body(body).post(Editor.IMPORTS + query);
    }

    private static JsonNode imported(String type, byte[] body, String query) {
        Response begun = post(type, body, query);
        assertEquals(202, begun.statusCode(), begun.asString());
        assertEquals("import", Editor.json(begun).path("kind").asText());
        return ended(begun.header("Location"));
    }

    private static JsonNode ended(String location) {
        String path = location.substring(location.indexOf("/v1/"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !job(path).path("state").asText().equals("running"));
        return job(path);
    }

    private static JsonNode job(String path) {
        return Editor.json(editor().get(path).then().statusCode(200).extract().response());
    }

    private static List<String> outcomes(JsonNode job) {
        return Documents.each(job.path("items"), "outcome");
    }

    private static int status(String slug) {
        return given().get("/v1/articles/" + slug).statusCode();
    }

    @Test
    void aTreeOfFilesBecomesDraftsAndTheSameAgainChangesNothing() {
        byte[] tree = zip(files(
                "blog/2024-05-01-tides-" + word + ".md",
                "# Tides\n\nThey come and go.",
                "blog/moon-" + word + "/index.html",
                "<html><body><article><h1>Moon</h1><p>It shines.</p></article>",
                "notes/sun-" + word + ".txt",
                "Sun\n\nIt burns.",
                "star-" + word + ".json",
                minimal("Star"),
                "images/pier.png",
                new byte[] {1, 2, 3},
                "__MACOSX/._tides.md",
                "x",
                ".hidden.md",
                "x",
                "LICENSE",
                "x"));
        JsonNode job = imported(ZIP, tree, "");
        assertEquals("done", job.path("state").asText(), job.toString());
        assertEquals(4, job.path("total").asInt());
        assertEquals(4, job.path("done").asInt());
        assertEquals(0, job.path("failed").asInt());
        assertEquals(List.of("created", "created", "created", "created"), outcomes(job));
        assertEquals(
                List.of("tides-" + word, "moon-" + word, "sun-" + word, "star-" + word),
                job.path("items").findValues("article").stream()
                        .map(article -> article.path("slug").asText())
                        .toList());
        assertEquals(
                "blog/2024-05-01-tides-" + word + ".md", job.at("/items/0/name").asText());
        JsonNode draft = Editor.json(editor().get(
                        Editor.ARTICLES + "/" + job.at("/items/0/article/id").asText()));
        assertEquals("Tides", draft.path("title").asText());
        assertEquals("draft", draft.path("status").asText());
        assertEquals(404, status("tides-" + word));

        JsonNode again = imported(ZIP, tree, "");
        assertEquals(List.of("unchanged", "unchanged", "unchanged", "unchanged"), outcomes(again));
        assertEquals(Documents.all(job.path("items"), "id"), Documents.all(again.path("items"), "id"));
        assertEquals(
                1,
                Editor.json(editor().get(
                                        Editor.ARTICLES + "/" + draft.path("id").asText()))
                        .path("version")
                        .asInt());
    }

    @Test
    void articlesThatLinkToEachOtherArePublishedWhenAllAreSaved() {
        JsonNode job = imported(
                ZIP,
                zip(files(
                        "one-" + word + ".md", "# One\n\nSee [two](article:two-" + word + ").",
                        "two-" + word + ".md", "# Two\n\nSee [one](article:one-" + word + ").",
                        "three-" + word + ".md", "---\ndraft: true\n---\n# Three\n\nNot yet.",
                        "four-" + word + ".md", "# Four\n\nSee [nothing](article:nothing-" + word + ").")),
                "?publish=true");
        assertEquals(List.of("created", "created", "created", "failed"), outcomes(job));
        assertEquals(List.of("true", "true", "false", "false"), Documents.each(job.path("items"), "published"));
        assertEquals(3, job.path("done").asInt());
        assertEquals(1, job.path("failed").asInt());
        assertTrue(job.at("/items/3/problem").asText().contains("Saved as a draft"), job.toString());
        assertEquals(200, status("one-" + word));
        assertEquals(404, status("three-" + word));
        String lead = given().get("/v1/articles/two-" + word).jsonPath().getString("lead[0].text");
        assertTrue(lead.contains("/v1/articles/one-" + word), lead);
        assertEquals(
                List.of("four-" + word + ".md"),
                Documents.each(
                        Editor.json(editor().get(jobPath(job) + "/items?outcome=failed"))
                                .path("data"),
                        "name"));
        assertEquals(
                List.of("1", "2", "3"),
                Documents.each(
                        Editor.json(editor().get(jobPath(job) + "/items?limit=3"))
                                .path("data"),
                        "number"));
    }

    private static String jobPath(JsonNode job) {
        return "/v1/editorial/jobs/" + job.path("id").asText();
    }

    @Test
    void oneBadFileFailsAlone() {
        JsonNode job = imported(
                ZIP,
                zip(files(
                        "broken.json",
                        "{\"title\": ",
                        "untitled.json",
                        "{}",
                        "latin.md",
                        new byte[] {'#', ' ', (byte) 0xE9, (byte) 0xFF},
                        "bomb.md",
                        new byte[ZIP_BOMB],
                        "good-" + word + ".md",
                        "# Good\n\nWords.",
                        "copy/good-" + word + ".md",
                        "# Other\n\nWords.",
                        "../../../etc/escape-" + word + ".md",
                        "# Escape\n\nStays here.")),
                "");
        assertEquals("done", job.path("state").asText());
        assertEquals(List.of("failed", "failed", "failed", "failed", "created", "failed", "created"), outcomes(job));
        assertEquals(5, job.path("failed").asInt());
        assertTrue(job.at("/items/1/problem").asText().contains("/title"), job.toString());
        assertTrue(job.at("/items/3/problem").asText().contains("10485760"), job.toString());
        assertTrue(job.at("/items/5/problem").asText().contains("good-" + word), job.toString());
        assertEquals("escape-" + word, job.at("/items/6/article/slug").asText());
    }

    private static final int ZIP_BOMB = 11 << 20;

    @Test
    void linesOfJsonKeepTheIdsThatTheyHave() {
        String id = Ids.next().toString();
        String lines = minimal("First " + word).put("slug", "first-" + word).put("id", id) + "\n\n"
                + minimal("Second " + word).put("slug", "second-" + word) + "\nno json\n";
        JsonNode job = imported("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8), "?publish=true");
        assertEquals(List.of("created", "created", "failed"), outcomes(job));
        assertEquals("line 4", job.at("/items/2/name").asText());
        assertEquals(id, given().get("/v1/articles/first-" + word).jsonPath().getString("id"));
        String renamed = minimal("First " + word)
                .put("slug", "renamed-" + word)
                .put("id", id)
                .toString();
        JsonNode update = imported("application/x-ndjson", renamed.getBytes(StandardCharsets.UTF_8), "?publish=true");
        assertEquals(List.of("updated"), outcomes(update));
        assertEquals(id, given().get("/v1/articles/renamed-" + word).jsonPath().getString("id"));
    }

    @Test
    void whatIsOnlyCalledADraftIsPublishedLikeTheOthers() {
        JsonNode job = imported(ZIP, zip(files("tides-" + word + ".draft.md", "# Tides\n\nWords.")), "?publish=true");
        assertEquals(List.of("true"), Documents.each(job.path("items"), "published"));
        assertEquals(200, status(job.at("/items/0/article/slug").asText()));
    }

    @Test
    void theTypeOfAnArchiveIsBlindToCase() {
        JsonNode job = imported("Application/ZIP", zip(files("case-" + word + ".md", "# Case\n\nWords.")), "");
        assertEquals(List.of("created"), outcomes(job));
    }

    @Test
    void aDryRunWritesNothing() {
        JsonNode job = imported(ZIP, zip(files("dry-" + word + ".md", "# Dry\n\nRun.")), "?dryRun=true&publish=true");
        assertEquals(List.of("created"), outcomes(job));
        assertTrue(job.at("/items/0/article").isNull());
        assertFalse(job.at("/items/0/published").asBoolean());
        editor().get(Editor.ARTICLES + "?title:contains=dry&limit=100")
                .then()
                .body("data.findAll { it.slug == 'dry-" + word + "' }.size()", is(0));
    }

    @Test
    void theSameRequestAgainIsTheSameJob() {
        byte[] tree = zip(files("once-" + word + ".md", "# Once\n\nWords."));
        Response first = editor().header("Idempotency-Key", word)
                .header("Content-Type", ZIP)
                .body(tree)
                .post(Editor.IMPORTS);
        Response second = editor().header("Idempotency-Key", word)
                .header("Content-Type", ZIP)
                .body(tree)
                .post(Editor.IMPORTS);
        assertEquals(202, second.statusCode(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(List.of("created"), outcomes(ended(first.header("Location"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no zip at all", ""})
    void whatIsNoZipFailsAsAWhole(String body) {
        JsonNode job = imported(ZIP, body.getBytes(StandardCharsets.UTF_8), "");
        assertEquals("failed", job.path("state").asText());
        assertTrue(job.path("detail").asText().contains("can't be read"), job.toString());
    }

    @Test
    void whoMayNotPublishMayNotPublishMany() {
        byte[] tree = zip(files("x.md", "# X"));
        Keys.make("editor")
                .caller()
                .header("Content-Type", ZIP)
                .body(tree)
                .post(Editor.IMPORTS + "?publish=true")
                .then()
                .statusCode(403);
    }

    @Test
    void anExportOfWordpressComesWithItsFormerAddresses() throws IOException {
        JsonNode job = imported("application/rss+xml", fixture("wordpress.xml"), "?publish=true");
        assertEquals("done", job.path("state").asText(), job.toString());
        assertEquals(0, job.path("failed").asInt(), job.toString());
        assertEquals(200, status("pumps-and-valves"));
        given().redirects()
                .follow(false)
                .get("/v1/articles/all-pumps")
                .then()
                .statusCode(308)
                .header("Location", containsString("/v1/articles/pumps-and-valves"));
    }

    @Test
    void anExportOfGhostIsKnownByWhatStandsInIt() throws IOException {
        JsonNode job = imported("application/json", fixture("ghost.json"), "?publish=true");
        assertEquals("done", job.path("state").asText(), job.toString());
        assertEquals(0, job.path("failed").asInt(), job.toString());
        assertTrue(job.path("done").asInt() > 0, job.toString());
        assertTrue(Documents.each(job.path("items"), "published").contains("true"), job.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss><channel>", "<!DOCTYPE a [<!ENTITY b 'c'>]><rss>&b;</rss>", "no XML", ""})
    void whatIsNoExportFailsAsAWhole(String body) {
        JsonNode job = imported("application/xml", body.getBytes(StandardCharsets.UTF_8), "");
        assertEquals("failed", job.path("state").asText());
        assertTrue(job.path("detail").asText().contains("can't be read"), job.toString());
    }

    private static byte[] fixture(String name) throws IOException {
        try (var in = ArchiveTest.class.getResourceAsStream("/exports/" + name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void anExportHasAFileForEachArticle() {
        String slug = Editor.published(Documents.full()).slug();
        for (String format : List.of("markdown", "json")) {
            Response export = editor().get("/v1/editorial/exports?format=" + format);
            assertEquals(200, export.statusCode());
            export.then().contentType(ZIP).header("Content-Disposition", containsString("galley-" + format + ".zip"));
            String suffix = format.equals("json") ? ".json" : ".md";
            assertTrue(names(export.asByteArray()).contains("articles/en/" + slug + suffix));
        }
        editor().get("/v1/editorial/exports?format=xml").then().statusCode(400);
    }

    private static List<String> names(byte[] zip) {
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            List<String> names = new java.util.ArrayList<>();
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
