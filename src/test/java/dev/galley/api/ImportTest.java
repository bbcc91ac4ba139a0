package dev.galley.api;

import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.without;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.ARTICLES;
import static dev.galley.api.Editor.IMPORTS;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.imported;
import static dev.galley.api.Editor.importing;
import static dev.galley.api.Editor.read;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class ImportTest {
    private static final String MARKDOWN = "text/markdown";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/markdown | # %\\n\\nWater comes.\\n\\n## Gauges\\n\\nA pole.",
                "text/html | <article><h1>%</h1><p>Water comes.</p><h2>Gauges</h2><p>A pole.</p></article>",
                "text/plain | %\\n\\nWater comes.\\n\\nGauges\\n\\nA pole.",
                "application/json | {'title': '%', 'lead': [{'type': 'paragraph', 'text': 'Water comes.'}],"
                        + " 'sections': [{'heading': 'Gauges', 'blocks': [{'type': 'paragraph', 'text': 'A pole.'}]}]}"
            })
    void everyFormatBecomesADraft(String type, String source) {
        String title = title("Tide gauges");
        importing(type, source.replace("\\n", "\n").replace("%", title).replace('\'', '"'), "")
                .then()
                .statusCode(201)
                .header("Location", containsString(ARTICLES))
                .header("ETag", is("\"1\""))
                .body("warnings", notNullValue())
                .body("article.status", is("draft"))
                .body("article.title", is(title))
                .body("article.lead.text", contains("Water comes."))
                .body("article.sections.heading", contains("Gauges"))
                .body("article.sections[0].blocks.text", contains("A pole."));
    }

    @Test
    void theAnswersArticleIsTheDraft() {
        Draft draft = imported(MARKDOWN, "# " + title("Gauges") + "\n\nText.\n");
        assertEquals(read(draft).json(), draft.json());
    }

    @Test
    void theLocationLeadsToTheDraft() {
        String location = importing(MARKDOWN, "# " + title("Gauges"), "").header("Location");
        editor().get(location).then().statusCode(200);
    }

    @Test
    void aWarningHasACodeADetailAndALine() {
        importing(MARKDOWN, "# " + title("Gauges") + "\n\n<video src=\"x.mp4\"></video>\n\nText.\n", "")
                .then()
                .statusCode(201)
                .body("warnings[0].code", notNullValue())
                .body("warnings[0].detail", notNullValue());
        JsonNode warning = Editor.json(importing(MARKDOWN, "# T\n\n<object>x</object>\n", "?dryRun=true"))
                .at("/warnings/0");
        assertEquals(List.of("code", "detail", "line"), Documents.keys(warning));
    }

    @Test
    void frontMatterSaysWhatTheTextDoesNot() {
        String word = word();
        String source = """
                ---
                title: Gauges %
                slug: gauges-%
                description: How water is read
                date: 2024-05-01
                tags: [Tide %, kelvin-%]
                author: Mara %
                lang: de
                image: https://example.org/pier.jpg
                canonical: https://example.org/gauges
                ---
                Text.
                """.replace("%", word);
        Draft draft = imported(MARKDOWN, source);
        assertEquals("gauges-" + word, draft.slug());
        assertEquals("How water is read", draft.at("/summary"));
        assertEquals(
                List.of("tide-" + word, "kelvin-" + word), each(draft.json().path("topics"), "slug"));
        assertEquals(List.of("mara-" + word), each(draft.json().path("authors"), "slug"));
        assertEquals("de", draft.at("/locale"));
        assertEquals("https://example.org/pier.jpg", draft.at("/hero/url"));
        assertEquals("https://example.org/gauges", draft.at("/seo/canonicalUrl"));
    }

    // ?slug=

    @Test
    void aSlugNamesTheDraft() {
        String slug = word();
        assertEquals(slug, imported(MARKDOWN, "# Gauges", "?slug=" + slug).slug());
    }

    @Test
    void theSameSlugAgainUpdatesTheDraft() {
        String slug = word();
        Draft draft = imported(MARKDOWN, "# Gauges\n\nOld.\n", "?slug=" + slug);
        importing(MARKDOWN, "# Gauges\n\nNew.\n", "?slug=" + slug)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("article.id", is(draft.id()))
                .body("article.lead.text", contains("New."));
    }

    @ParameterizedTest
    @CsvSource({
        "text/markdown, '# Gauges\n\nText.\n\n## FAQ\n\n### Why?\n\nSo.\n'",
        "text/html, '<article><h1>Gauges</h1><h2>Why</h2><p>So <b>it</b> is.</p><ul><li>a</li></ul></article>'",
        "text/plain, 'Gauges\n\nA text of some words.\n\nWhy\n\nSo it is.\n'",
        "application/json, '{\"title\": \"Gauges\", \"takeaways\": [{\"text\": \"One\"}]}'"
    })
    void theSameDocumentAgainChangesNothing(String type, String source) {
        String slug = word();
        Draft draft = imported(type, source, "?slug=" + slug);
        Draft again = imported(type, source, "?slug=" + slug);
        assertEquals(draft.json(), again.json());
        assertEquals(draft.etag(), again.etag());
    }

    @Test
    void aSlugInFrontMatterUpdatesTheDraftToo() {
        String source = "---\nslug: " + word() + "\ntitle: Gauges\n---\nText.\n";
        Draft draft = imported(MARKDOWN, source);
        assertEquals(draft.id(), imported(MARKDOWN, source).id());
        assertEquals(draft.etag(), imported(MARKDOWN, source).etag());
    }

    @Test
    void aTitleThatIsTakenMakesAnotherDraft() {
        String source = "# " + title("Gauges") + "\n\nText.\n";
        Draft draft = imported(MARKDOWN, source);
        Draft other = imported(MARKDOWN, source);
        assertNotEquals(draft.id(), other.id());
        assertEquals(draft.slug() + "-2", other.slug());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a b", "a--b", "", "-", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000"})
    void aBadSlugIsRefused(String slug) {
        editor(MARKDOWN, "# Gauges")
                .queryParam("slug", slug)
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("slug"));
    }

    @Test
    void aSlugInTheTrashIsFree() {
        String slug = word();
        Draft draft = imported(MARKDOWN, "# Gauges", "?slug=" + slug);
        Editor.trash(draft);
        importing(MARKDOWN, "# Gauges", "?slug=" + slug).then().statusCode(201);
    }

    @Test
    void importsOfOneSlugAtOnceMakeOneDraft() {
        String slug = word();
        List<String> ids =
                Concurrently.each(8, i -> imported(MARKDOWN, "# Gauges\n\nBy writer " + i + ".\n", "?slug=" + slug)
                        .id());
        assertEquals(1, java.util.Set.copyOf(ids).size(), ids.toString());
    }

    // ?publish=, ?dryRun=

    @Test
    void publishMakesItPublicToo() {
        Draft draft = imported(MARKDOWN, "# " + title("Gauges") + "\n\nText.\n", "?publish=true");
        assertEquals("published", draft.at("/status"));
        assertEquals(draft.json().path("lead"), article(draft).path("lead"));
    }

    @Test
    void theDateOfTheSourceIsTheDateOfItsPublication() {
        String source = "---\ntitle: " + title("Gauges") + "\ndate: 2024-05-01T10:00:00Z\n---\nText.\n";
        assertEquals(
                "2024-05-01T10:00:00Z",
                article(imported(MARKDOWN, source, "?publish=true"))
                        .path("publishedAt")
                        .asText());
    }

    @Test
    void theDateIsKeptUntilItIsPublished() {
        String source = "---\ntitle: " + title("Gauges") + "\ndate: 2024-05-01\n---\nText.\n";
        Draft draft = imported(MARKDOWN, source);
        Editor.publish(draft);
        assertEquals("2024-05-01T00:00:00Z", article(draft).path("publishedAt").asText());
    }

    @Test
    void aTextThatSaysItIsADraftStaysOne() {
        String source = "---\ntitle: " + title("Gauges") + "\ndraft: true\n---\nText.\n";
        importing(MARKDOWN, source, "?publish=true")
                .then()
                .statusCode(201)
                .body("article.status", is("draft"))
                .body("warnings", hasSize(1));
    }

    @Test
    void aDryRunWritesNothing() {
        String slug = word();
        importing(MARKDOWN, "# Gauges\n\nText.\n", "?dryRun=true&slug=" + slug)
                .then()
                .statusCode(200)
                .body("article.id", nullValue())
                .body("article.version", nullValue())
                .body("article.slug", is(slug))
                .body("article.lead.text", contains("Text."));
        importing(MARKDOWN, "# Gauges", "?slug=" + slug).then().statusCode(201);
    }

    @Test
    void aDryRunOverADraftThatIsThereChangesNothing() {
        String slug = word();
        Draft draft = imported(MARKDOWN, "# Gauges\n\nOld.\n", "?slug=" + slug);
        importing(MARKDOWN, "# Gauges\n\nNew.\n", "?dryRun=true&slug=" + slug)
                .then()
                .statusCode(200)
                .body("article.lead.text", contains("New."));
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void aDryRunPublishesNothingAndMakesNoTopic() {
        String word = word();
        String source = "---\ntitle: Gauges\nslug: " + word + "\ntags: [" + word + "]\n---\nText.\n";
        importing(MARKDOWN, source, "?dryRun=true&publish=true").then().statusCode(200);
        given().get("/v1/articles/" + word).then().statusCode(404);
        editor().get("/v1/editorial/topics/" + word).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish=yes", "dryRun=1", "dryrun=true", "publish=", "nosuch=1"})
    void aBadParameterIsRefused(String parameter) {
        importing(MARKDOWN, "# Gauges", "?" + parameter)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(parameter.replaceAll("=.*", "")));
    }

    // Bytes

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "Shift_JIS"})
    void theCharsetParameterIsHeeded(String charset) {
        String text = charset.equals("Shift_JIS") ? "潮の満ち引き" : "Ebbe für Anfänger";
        byte[] body = ("# " + text + "\n\nText.\n").getBytes(Charset.forName(charset));
        HttpResponse<String> answer = Raw.post(IMPORTS + "?dryRun=true", "text/markdown; charset=" + charset, body);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(text), answer.body());
    }

    @Test
    void aByteOrderMarkSaysTheCharsetAndIsNoText() {
        byte[] body = "\uFEFF# Ebbe für Anfänger".getBytes(StandardCharsets.UTF_16LE);
        HttpResponse<String> answer = Raw.post(IMPORTS + "?dryRun=true", MARKDOWN, body);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"title\":\"Ebbe für Anfänger\""), answer.body());
    }

    @Test
    void anUnknownCharsetIsRefused() {
        for (String type : List.of("text/markdown", "text/html", "text/plain")) {
            importing(type + "; charset=nosuch", "# Gauges", "").then().statusCode(415);
            importing(type + "; charset=\"a b\"", "# Gauges", "").then().statusCode(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/markdown", "text/html", "text/plain", "text/plain; charset=utf-8", "application/json"})
    void bytesThatDontDecodeAreRefused(String type) {
        byte[] body = {'#', ' ', 'E', (byte) 0xE4, (byte) 0xFF, 'b'};
        assertEquals(400, Raw.post(IMPORTS, type, body).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/png", "text/csv", "application/yaml", "application/octet-stream"})
    void anUnknownTypeIsRefusedAndWhatWouldDoIsNamed(String type) {
        importing(type, "# Gauges", "")
                .then()
                .statusCode(415)
                .body("detail", containsString("text/markdown"))
                .body("detail", containsString("application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "text/html", "text/plain"})
    void nothingIsStillADraftOrIsRefused(String type) {
        for (String source : List.of("", " ", "\n\n\n")) {
            int status = importing(type, source, "?dryRun=true").statusCode();
            assertTrue(status == 200 || status == 400, type + " is " + status);
        }
    }

    // JSON

    @Test
    void aDeliveredArticleIsImportedAsADocument() {
        JsonNode article = article(Editor.published(Documents.full()));
        ObjectNode document = article.deepCopy();
        document.put("slug", word());
        Draft draft = imported("application/json", document.toString());
        for (String member : List.of("title", "summary", "lead", "sections", "takeaways", "faqs", "seo", "hero")) {
            assertEquals(without(article.path(member), "none"), draft.json().path(member), member);
        }
    }

    @Test
    void whatOnlyAServerCanSayIsLeftOutWithAWarning() {
        importing("application/json", "{\"title\": \"" + title("Gauges") + "\", \"version\": 7}", "")
                .then()
                .statusCode(201)
                .body("article.version", is(1))
                .body("warnings.detail", hasItem(containsString("version")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{}", "{\"title\": 7}", "{\"title\": \"x\", \"nosuch\": 1}"})
    void jsonThatIsNoDocumentIsRefused(String source) {
        importing("application/json", source, "").then().statusCode(400);
    }

    // Looks of it

    @Test
    void takeawaysAndFaqsAreFound() {
        String source = """
                # %

                ## Key Takeaways

                - Tides are regular.
                - Weather is *not*.

                ## FAQ

                **Why two a day?**

                There are two bulges.

                **Is every day alike?**

                No.
                """.replace("%", title("Gauges"));
        Draft draft = imported(MARKDOWN, source);
        assertEquals(
                List.of("Tides are regular.", "Weather is *not*."),
                each(draft.json().path("takeaways"), "text"));
        assertEquals(
                List.of("Why two a day?", "Is every day alike?"),
                each(draft.json().path("faqs"), "question"));
        assertEquals(0, draft.json().path("sections").size());
    }

    @Test
    void whatStandsAroundAnArticleInHtmlIsLeftBehind() {
        String source = "<html><head><title>Site</title><script>track()</script></head><body><nav>Home</nav>"
                + "<main><article><h1>Gauges</h1><p>A pole in the <a href='/h'>harbour</a>.</p></article></main>"
                + "<footer>Imprint</footer></body></html>";
        String answer = editor("text/html", source)
                .header("Content-Location", "https://example.org/tides/gauges")
                .post(IMPORTS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("article.title", is("Gauges"))
                .body("article.lead.text", contains("A pole in the [harbour](https://example.org/h)."))
                .extract()
                .jsonPath()
                .getString("article");
        for (String around : List.of("track", "Home", "Imprint")) {
            assertTrue(!answer.contains(around), answer);
        }
    }

    @Test
    void aGuessedTreeIsSaidToBeOne() {
        String source = "Gauges " + word() + "\n\nA text about the sea and what it does.\n\nKinds\n\nFloats\n\n"
                + "They follow the water wherever it goes.\n\nPoles\n\nThey stand still in the harbour.\n";
        importing("text/plain", source, "").then().statusCode(201).body("warnings.code", hasItem("levels-guessed"));
    }

    @Test
    void anImportedArticleIsDeliveredInFull() {
        String slug = word();
        imported(MARKDOWN, "# Gauges\n\n## Poles\n\n```python\nprint(1)\n```\n", "?publish=true&slug=" + slug);
        JsonNode section = delivered("/v1/articles/" + slug + "/sections/poles");
        assertEquals("print(1)", section.at("/blocks/0/code").asText());
        assertEquals("python", section.at("/blocks/0/language").asText());
    }
}
