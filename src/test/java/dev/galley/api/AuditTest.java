package dev.galley.api;

import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.restore;
import static dev.galley.api.Editor.trash;
import static dev.galley.api.Editor.unpublish;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who did what to which article or other thing, from which version to which. */
@ApiTest
class AuditTest {
    private static final String AUDIT = "/v1/editorial/audit";

    @Test
    void everyActOnAnArticleIsThereWithItsVersions() {
        Draft draft = publish(patched(post(minimal()), "{\"summary\": \"Short\"}"));
        draft = publish(patched(draft, "{\"summary\": \"Shorter\"}"));
        unpublish(draft);
        trash(draft).then().statusCode(204);
        restore(draft).then().statusCode(200);
        Editor.purge(draft).then().statusCode(204);
        assertEquals(
                List.of(
                        "article.created null>1",
                        "article.saved 1>2",
                        "article.published null>2",
                        "article.saved 2>3",
                        "article.published 2>3",
                        "article.unpublished 3>null",
                        "article.trashed 3>null",
                        "article.restored null>3",
                        "article.purged 3>null"),
                actsOn(draft));
    }

    @Test
    void anEntrySaysWhoAndWhenAndInWhichRequest() {
        Instant before = Instant.now().minusMillis(1);
        String requestId = "request-" + word();
        Response answer = editor(minimal()).header("X-Request-Id", requestId).post(Editor.ARTICLES);
        Draft draft = Draft.of(answer);
        JsonNode entry = entries("article=" + draft.id()).get(0);
        assertEquals("admin", entry.path("actor").asText());
        assertEquals(requestId, entry.path("requestId").asText());
        assertEquals("article", entry.at("/subject/type").asText());
        assertEquals(draft.id(), entry.at("/subject/id").asText());
        assertEquals(draft.slug(), entry.at("/subject/name").asText());
        Instant at = Instant.parse(entry.path("at").asText());
        assertFalse(at.isBefore(before) || at.isAfter(Instant.now()), at.toString());
    }

    @Test
    void whatChangesNothingIsNoAct() {
        Draft draft = published(minimal());
        publish(draft);
        Editor.put(draft, draft.json()).then().statusCode(200);
        Draft current = read(draft);
        editor().delete(current.url() + "/schedule").then().statusCode(200);
        restore(current).then().statusCode(200);
        assertEquals(List.of("article.created null>1", "article.published null>1"), actsOn(draft));
    }

    @Test
    void whatIsRefusedIsNoAct() {
        Draft draft = post(minimal());
        editor("application/merge-patch+json", "{\"summary\": \"x\"}")
                .header("If-Match", "\"9\"")
                .patch(draft.url())
                .then()
                .statusCode(412);
        editor("application/json", "{\"heading\": \"\"}")
                .post(draft.url() + "/sections")
                .then()
                .statusCode(400);
        assertEquals(List.of("article.created null>1"), actsOn(draft));
    }

    @Test
    void writesToPartsAreActsToo() {
        Draft draft = post(minimal());
        Editor.add(draft, "takeaways", json("{'text': 'Remember'}")).then().statusCode(201);
        assertEquals(List.of("article.created null>1", "article.saved 1>2"), actsOn(draft));
    }

    @Test
    void aScheduledActIsOfWhoeverScheduledIt() {
        Draft draft = post(minimal());
        editor(json("{'at': '" + Instant.now().plusMillis(800) + "'}"))
                .post(draft.url() + "/publish")
                .then()
                .statusCode(200);
        await().until(() -> read(draft).at("/status").equals("published"));
        assertEquals(
                List.of("article.created null>1", "article.scheduled null>1", "article.published null>1"),
                actsOn(draft));
        assertEquals(
                "admin", entries("article=" + draft.id()).get(0).path("actor").asText());
    }

    @Test
    void aTopicAndAnAuthorHaveTheirs() {
        String slug = "audited-" + word();
        for (String kind : List.of("topic", "author")) {
            String path = "/v1/editorial/" + kind + "s";
            String id = Editor.json(editor(json("{'slug': '" + slug + "', 'name': 'Audited'}"))
                            .post(path))
                    .path("slug")
                    .asText();
            editor("application/merge-patch+json", "{\"name\": \"Again\"}").patch(path + "/" + id);
            editor().delete(path + "/" + id).then().statusCode(204);
            assertEquals(
                    List.of(kind + ".created", kind + ".changed", kind + ".deleted"),
                    entries("action=" + kind + ".created," + kind + ".changed," + kind + ".deleted").stream()
                            .filter(entry -> entry.at("/subject/name").asText().equals(slug))
                            .map(entry -> entry.path("action").asText())
                            .sorted(java.util.Comparator.comparing(
                                    List.of(kind + ".created", kind + ".changed", kind + ".deleted")::indexOf))
                            .toList());
        }
    }

    @Test
    void aKeyHasItsToo() {
        String name = "Audited " + word();
        String path = "/v1/editorial/keys";
        JsonNode key = Editor.json(
                editor(json("{'name': '" + name + "', 'role': 'viewer'}")).post(path));
        String url = path + "/" + key.path("id").asText();
        editor("application/merge-patch+json", "{\"role\": \"editor\"}").patch(url);
        editor("application/merge-patch+json", "{\"role\": \"editor\"}").patch(url);
        editor().delete(url).then().statusCode(204);
        editor().delete(url).then().statusCode(204);
        List<JsonNode> entries = entries("action=key.created,key.changed,key.revoked").stream()
                .filter(entry -> entry.at("/subject/name").asText().equals(name))
                .toList();
        assertEquals(
                List.of("key.revoked", "key.changed", "key.created"),
                entries.stream().map(entry -> entry.path("action").asText()).toList());
        assertFalse(entries.toString().contains(key.path("secret").asText()));
    }

    @Test
    void noBodyStandsInIt() {
        String secret = word();
        Draft draft = post(minimal().put("summary", secret));
        patched(draft, "{\"lead\": [{\"type\": \"paragraph\", \"text\": \"" + secret + "\"}]}");
        assertFalse(entries("article=" + draft.id()).toString().contains(secret));
    }

    @Test
    void anArticleIsFoundByASlugThatItOnceHad() {
        Draft draft = post(minimal());
        patched(draft, "{\"slug\": \"renamed-" + word() + "\"}");
        assertEquals(2, entries("article=" + draft.slug()).size());
    }

    @Test
    void itIsFilteredByActorActionAndTime() {
        Draft draft = publish(post(minimal()));
        String ofDraft = "article=" + draft.id();
        assertEquals(1, entries(ofDraft + "&action=article.published").size());
        assertEquals(
                2,
                entries(ofDraft + "&action=article.published,article.created&actor=admin")
                        .size());
        assertEquals(0, entries(ofDraft + "&actor=nobody").size());
        List<JsonNode> all = entries(ofDraft);
        String last = all.get(0).path("at").asText();
        assertEquals(0, entries(ofDraft + "&at[gt]=" + last).size());
        assertFalse(entries(ofDraft + "&at[gte]=" + last).isEmpty());
        assertEquals(2, entries(ofDraft + "&at[lte]=" + last).size());
        assertEquals(0, entries(ofDraft + "&at[lt]=2020-01-01").size());
        assertEquals(
                2,
                entries(ofDraft + "&at[gt]=2020-01-01&at[lt]=2999-01-01T00:00:00%2B02:00")
                        .size());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            action=article.publish, action, article.published
            action=x, action, Known are
            article=No_Slug, article, slug
            at[gte]=yesterday, at[gte], date
            at[gte]=2026-13-01, at[gte], date
            at[lt]=+12026-01-01T00:00:00Z, at[lt], date
            who=admin, who, Known are
            """)
    void whatHasNoMeaningIsRefused(String query, String parameter, String says) {
        editor().urlEncodingEnabled(false)
                .get(AUDIT + "?" + query.replace("[", "%5B").replace("]", "%5D").replace("+", "%2B"))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem(parameter))
                .body("errors.detail", hasItem(containsString(says)));
    }

    /** What was done to an article and from which version to which, in order. */
    private static List<String> actsOn(Draft draft) {
        List<String> acts = new ArrayList<>();
        for (JsonNode entry : entries("article=" + draft.id())) {
            acts.add(
                    0, entry.path("action").asText() + " " + entry.path("fromVersion") + ">" + entry.path("toVersion"));
        }
        return acts;
    }

    /** The newest first. */
    private static List<JsonNode> entries(String query) {
        List<JsonNode> entries = new ArrayList<>();
        Editor.json(editor().urlEncodingEnabled(false)
                        .get(AUDIT + "?limit=100&" + query.replace("[", "%5B").replace("]", "%5D"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .response())
                .path("data")
                .forEach(entries::add);
        return entries;
    }
}
