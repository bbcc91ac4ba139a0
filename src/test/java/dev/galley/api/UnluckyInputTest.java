package dev.galley.api;

import static dev.galley.api.Editor.IMPORTS;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.trash;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that are odd rather than wrong, each of which once got the wrong answer. */
@ApiTest
class UnluckyInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aCursorThatSomebodyMadeUpIsRefused() throws Exception {
        for (String key : List.of(
                "[]", "[\"x\",\"y\"]", "null", "[\"+999999999-01-01T00:00:00Z\",\"" + UUID.randomUUID() + "\"]")) {
            String cursor = forged("{\"backwards\":false,\"key\":" + key + "}", "/v1/articles?");
            given().queryParam("cursor", cursor)
                    .get("/v1/articles")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("cursor"));
        }
    }

    @Test
    void aTextWithoutATypeIsNotRead() {
        assertEquals(
                415,
                Raw.send(Raw.editor(IMPORTS).POST(BodyPublishers.ofString("# A title")))
                        .statusCode());
    }

    @Test
    void aDraftStaysInItsLocaleWhereADocumentNamesNone() {
        Draft draft = post(document("Ein Titel " + unique()).put("locale", "de"));
        Editor.putMarkdown(draft, "# Ein anderer Titel\n\nText.\n")
                .then()
                .statusCode(200)
                .body("locale", equalTo("de"))
                .body("slug", equalTo(draft.slug()));
    }

    @Test
    void anOldSlugWithEscapesLeadsToTheNewOne() {
        String old = "old-" + unique();
        Draft draft = publish(post(document("Moved").put("slug", old)));
        publish(Editor.patched(draft, "{\"slug\": \"new-" + old + "\"}"));
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get("/v1/articles/" + old.replace("-", "%2D") + "/sections?tree=true")
                .then()
                .statusCode(308)
                .header("Location", containsString("/v1/articles/new-" + old + "/sections?tree=true"));
    }

    @Test
    void anArticleStaysGoneWhenAnotherTakesItsSlug() {
        String slug = "reused-" + unique();
        Draft first = publish(post(document("First").put("slug", slug)));
        trash(first).then().statusCode(204);
        publish(post(document("Second").put("slug", slug)));
        given().get("/v1/articles/" + first.id()).then().statusCode(410);
        given().get("/v1/articles/" + slug).then().statusCode(200).body("title", equalTo("Second"));
    }

    @Test
    void aTableIsMeasuredBeforeItIsFilledUp() {
        ObjectNode document = document("Wide table");
        ObjectNode table = document.putArray("lead").addObject().put("type", "table");
        IntStream.range(0, 50_000).forEach(i -> table.withArray("head").add(""));
        IntStream.range(0, 50_000).forEach(i -> table.withArray("rows").addArray());
        editor(document).post(Editor.ARTICLES).then().statusCode(400).body("errors[0].code", equalTo("too-many"));
    }

    @Test
    void anArticleOfManyLineBreaksIsReadInEveryForm() {
        ObjectNode document = document("Breaks " + unique());
        document.putArray("lead").addObject().put("type", "paragraph").put("text", "a" + "\\\n".repeat(20_000));
        Draft draft = publish(post(document));
        for (String suffix : List.of("", ".md", ".html", ".txt", "?text=html", "?text=plain")) {
            given().get("/v1/articles/" + draft.slug() + suffix).then().statusCode(200);
        }
    }

    @Test
    void aTopicSlugWithoutEndIsRefused() {
        editor("application/json", "{\"name\": \"x\", \"slug\": \"" + "a-".repeat(40_000) + "a\"}")
                .post("/v1/editorial/topics")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slug"));
    }

    @Test
    void aSectionMayBeSentBackAsItWasAnswered() throws Exception {
        Draft draft = post(document("Sections " + unique()));
        String body = "{\"heading\": \"Outer\", \"sections\": [{\"heading\": \"Inner\"}]}";
        String answered = editor("application/json", body)
                .post(draft.url() + "/sections")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        JsonNode section = JSON.readTree(answered);
        Editor.patchPart(draft, "sections", section.path("id").asText(), answered)
                .then()
                .statusCode(200)
                .body("level", equalTo(1));
        Editor.patchPart(draft, "sections", section.path("id").asText(), "{\"level\": 3}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/level"));
    }

    @Test
    void codeKeepsItsIndentationInPlainText() {
        ObjectNode document = document("Indented " + unique());
        document.putArray("lead")
                .addObject()
                .put("type", "code")
                .put("code", "if x:\n    y()")
                .put("language", "python");
        Draft draft = publish(post(document));
        given().get("/v1/articles/" + draft.slug() + ".txt").then().body(containsString("if x:\n    y()"));
    }

    @Test
    void aNumberIsNoTimeToPublishAt() {
        Draft draft = post(document("At a number"));
        editor("application/json", "{\"at\": 123}")
                .post(draft.url() + "/publish")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/at"));
    }

    @Test
    void aNumberOutOfRangeIsSaidToBeOne() {
        String image = "{\"type\": \"image\", \"url\": \"/a.png\", \"width\": 99999999999}";
        editor("application/json", "{\"title\": \"x\", \"lead\": [" + image + "]}")
                .post(Editor.ARTICLES)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("invalid"));
    }

    @Test
    void thePageBeforeNothingIsTheFirst() {
        String topic = "paged-" + unique();
        List<Draft> drafts = IntStream.range(0, 3)
                .mapToObj(i -> {
                    ObjectNode document = document("Paged " + i);
                    document.putArray("topics").add(topic);
                    return publish(post(document));
                })
                .toList();
        String list = "/v1/articles?limit=1&topic=" + topic;
        String next = given().get(list).path("page.next");
        String prev = given().get(list + "&cursor=" + next).path("page.prev");
        Editor.unpublish(drafts.get(2));
        given().get(list + "&cursor=" + prev)
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].id", equalTo(drafts.get(1).id()));
    }

    @Test
    void anImportThatChangesNothingLosesNoWriteBesideIt() {
        String slug = "beside-" + unique();
        String text = "---\nslug: %s\ndate: 2026-01-%02d\n---\n# Beside\n\nThe same words.\n";
        String id =
                editor("text/markdown", text.formatted(slug, 1)).post(IMPORTS).path("article.id");
        int rounds = 12;
        Concurrently.each(4, writer -> {
            for (int round = 0; round < rounds; round++) {
                if (writer == 0) {
                    editor("text/markdown", text.formatted(slug, 1 + round))
                            .post(IMPORTS)
                            .then()
                            .statusCode(200);
                } else {
                    String takeaway = "{\"text\": \"By " + writer + " in round " + round + "\"}";
                    editor("application/json", takeaway)
                            .post(Editor.ARTICLES + "/" + id + "/takeaways")
                            .then()
                            .statusCode(201);
                }
            }
            return writer;
        });
        int saved = editor().get(Editor.ARTICLES + "/" + id).then().extract().path("version");
        editor("application/json", "{\"text\": \"The last\"}")
                .post(Editor.ARTICLES + "/" + id + "/takeaways")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"" + (saved + 1) + "\""));
    }

    private static ObjectNode document(String title) {
        return JSON.createObjectNode().put("title", title);
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(24);
    }

    /** As a caller could make one who has read how Galley does. */
    private static String forged(String payload, String query) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(query.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(bytes) + "." + base64.encodeToString(Arrays.copyOf(sha.digest(bytes), 12));
    }
}
