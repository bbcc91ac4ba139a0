package dev.galley.api;

import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.MERGE_PATCH;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Webhooks.WEBHOOKS;
import static dev.galley.api.Webhooks.input;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Webhooks.Webhook;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks as administrators manage them. */
@ApiTest
class WebhookTest {
    private static final String URL = "https://192.0.2.1/hook";

    private final List<Webhook> made = new ArrayList<>();

    private Webhook make(JsonNode input) {
        Webhook webhook = Webhooks.make(input);
        made.add(webhook);
        return webhook;
    }

    private Webhook make() {
        return make(input(URL, word()));
    }

    @AfterEach
    void noneIsLeft() {
        made.forEach(webhook -> editor().delete(webhook.url()));
    }

    @Test
    void theSecretIsShownOnce() {
        Response answer = editor(input(URL, word()).put("name", "Site")).post(WEBHOOKS);
        JsonNode json = Editor.json(answer);
        Webhook webhook =
                new Webhook(json.path("id").asText(), json.path("secret").asText(), json);
        made.add(webhook);
        answer.then().statusCode(201).header("Location", endsWith(webhook.url()));
        assertTrue(webhook.secret().matches("whsec_[A-Za-z0-9+/]{43}="), webhook.secret());
        assertEquals(
                List.of(
                        "id",
                        "url",
                        "name",
                        "types",
                        "topics",
                        "locales",
                        "paused",
                        "pausedBecause",
                        "previousSecretUntil",
                        "createdAt",
                        "createdBy",
                        "updatedAt",
                        "secret"),
                Documents.keys(json));
        for (String again : List.of(
                editor().get(webhook.url()).asString(),
                editor().get(WEBHOOKS + "?limit=100").asString(),
                editor(MERGE_PATCH, "{\"name\": \"Other\"}")
                        .patch(webhook.url())
                        .asString())) {
            assertTrue(again.contains(webhook.id()), again);
            assertFalse(again.contains("secret\":\"") || again.contains(webhook.secret()), again);
        }
    }

    @Test
    void aRequestSentAgainMakesNoSecondOne() {
        JsonNode input = input(URL, word());
        String key = word();
        JsonNode first =
                Editor.json(editor(input).header("Idempotency-Key", key).post(WEBHOOKS));
        JsonNode second =
                Editor.json(editor(input).header("Idempotency-Key", key).post(WEBHOOKS));
        made.add(new Webhook(first.path("id").asText(), "", first));
        assertEquals(first.path("id"), second.path("id"));
        assertTrue(second.path("secret").isNull());
    }

    @Test
    void whatIsLeftOutStandsForAll() {
        // Paused, since it would be told of what other tests do.
        JsonNode webhook = make(input(URL).put("paused", true)).read();
        assertEquals("[]", webhook.path("types").toString());
        assertEquals("[]", webhook.path("topics").toString());
        assertEquals("[]", webhook.path("locales").toString());
        assertTrue(webhook.path("name").isNull());
        assertTrue(webhook.path("pausedBecause").isNull());
        assertEquals("admin", webhook.path("createdBy").asText());
    }

    @Test
    void whatIsSaidIsKept() {
        Webhook webhook = make(json("{'url': 'HTTPS://www.example.com:8443/a?b=c', 'name': 'Site', 'types':"
                + " ['topic.updated', 'article.published', 'topic.updated'], 'topics': ['" + word()
                + "'], 'locales': ['de-ch'], 'paused': true}"));
        JsonNode read = webhook.read();
        assertEquals("HTTPS://www.example.com:8443/a?b=c", read.path("url").asText());
        assertEquals(
                "[\"topic.updated\",\"article.published\"]", read.path("types").toString());
        assertEquals("[\"de-CH\"]", read.path("locales").toString());
        assertTrue(read.path("paused").asBoolean());
    }

    @Test
    void oneIsChanged() {
        Webhook webhook = make();
        JsonNode changed = webhook.patch("{'paused': true, 'name': 'Site', 'types': ['article.updated']}");
        assertTrue(changed.path("paused").asBoolean());
        assertEquals(webhook.json().path("topics"), changed.path("topics"));
        changed = webhook.patch("{'paused': false, 'name': null, 'types': null}");
        assertFalse(changed.path("paused").asBoolean());
        assertTrue(changed.path("name").isNull());
        assertEquals(0, changed.path("types").size());
        assertEquals(webhook.json().path("createdAt"), changed.path("createdAt"));
        assertEquals(changed, webhook.read());
    }

    @Test
    void oneIsDeleted() {
        Webhook webhook = make();
        editor().delete(webhook.url()).then().statusCode(204);
        editor().get(webhook.url()).then().statusCode(404);
        editor().delete(webhook.url()).then().statusCode(404);
    }

    @Test
    void theListIsPagedNewestFirst() {
        List<String> ids = List.of(make().id(), make().id(), make().id());
        List<String> listed = new ArrayList<>();
        String query = "?limit=1";
        for (int i = 0; i < 3; i++) {
            JsonNode page = Editor.json(editor().get(WEBHOOKS + query));
            listed.add(page.at("/data/0/id").asText());
            query = "?limit=1&cursor=" + page.at("/page/next").asText();
        }
        assertEquals(List.of(ids.get(2), ids.get(1), ids.get(0)), listed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /url | required",
                "{'url': null} | /url | required",
                "{'url': 7} | /url | wrong-type",
                "{'url': ''} | /url | invalid",
                "{'url': 'www.example.com'} | /url | invalid",
                "{'url': '/hook'} | /url | invalid",
                "{'url': '//example.com/hook'} | /url | invalid",
                "{'url': 'ftp://example.com/'} | /url | invalid",
                "{'url': 'file:///etc/passwd'} | /url | invalid",
                "{'url': 'https:///hook'} | /url | invalid",
                "{'url': 'https:hook'} | /url | invalid",
                "{'url': 'https://exa mple.com/'} | /url | invalid",
                "{'url': 'https://exämple.com/'} | /url | invalid",
                "{'url': 'https://example.com:0/'} | /url | invalid",
                "{'url': 'https://example.com:65536/'} | /url | invalid",
                "{'url': 'https://ann@example.com/'} | /url | invalid",
                "{'url': 'https://ann:pass@example.com/'} | /url | invalid",
                "{'url': 'https://@example.com/'} | /url | invalid",
                "{'url': 'https://example.com/#a'} | /url | invalid",
                "{'url': 'https://example.com/', 'name': ''} | /name | invalid",
                "{'url': 'https://example.com/', 'name': 1} | /name | wrong-type",
                "{'url': 'https://example.com/', 'types': 'article.published'} | /types | wrong-type",
                "{'url': 'https://example.com/', 'types': ['article.made']} | /types/0 | invalid",
                "{'url': 'https://example.com/', 'types': [null]} | /types/0 | required",
                "{'url': 'https://example.com/', 'topics': ['ok', 'A B']} | /topics/1 | invalid",
                "{'url': 'https://example.com/', 'topics': [1]} | /topics/0 | wrong-type",
                "{'url': 'https://example.com/', 'locales': ['en', 'e']} | /locales/1 | invalid",
                "{'url': 'https://example.com/', 'paused': 'no'} | /paused | wrong-type",
                "{'url': 'https://example.com/', 'nosuch': 1} | /nosuch | unknown",
                "{'url': 'https://example.com/', 'secret': 'whsec_x'} | /secret | server-made",
                "{'url': 'https://example.com/', 'id': '1'} | /id | server-made",
                "{'url': 'https://example.com/', 'createdAt': null} | /createdAt | server-made",
                "{'url': 'https://example.com/', 'createdBy': null} | /createdBy | server-made",
                "{'url': 'https://example.com/', 'updatedAt': null} | /updatedAt | server-made",
                "{'url': 'https://example.com/', 'pausedBecause': null} | /pausedBecause | server-made",
                "{'url': 'https://example.com/', 'previousSecretUntil': null} | /previousSecretUntil | server-made"
            })
    void whatIsNoWebhookIsRefusedByName(String body, String pointer, String code) {
        editor("application/json", body.replace('\'', '"'))
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void whatIsTooLongIsRefused() {
        editor(input("https://example.com/" + "x".repeat(1_981)))
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url"))
                .body("errors.code", contains("too-long"));
        editor(input(URL).put("name", "x".repeat(201)))
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body("errors.code", contains("too-long"));
        String[] topics =
                java.util.stream.IntStream.range(0, 101).mapToObj(i -> "t-" + i).toArray(String[]::new);
        editor(input(URL, topics)).post(WEBHOOKS).then().statusCode(400).body("errors.code", contains("too-many"));
        make(input("https://192.0.2.1/" + "x".repeat(1_982), word()).put("name", "x".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\": null}",
                "{\"url\": \"nowhere\"}",
                "{\"types\": [\"nosuch\"]}",
                "{\"paused\": 1}",
                "{\"secret\": \"whsec_x\"}",
                "{\"nosuch\": null}",
                "[]",
                "7",
                ""
            })
    void aPatchThatLeavesNoWebhookIsRefused(String patch) {
        Webhook webhook = make();
        JsonNode before = webhook.read();
        editor(MERGE_PATCH, patch).patch(webhook.url()).then().statusCode(400);
        assertEquals(before, webhook.read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000"})
    void anUnknownOneIsNotFound(String id) {
        String url = WEBHOOKS + "/" + id;
        editor().get(url).then().statusCode(404);
        editor().delete(url).then().statusCode(404);
        editor(MERGE_PATCH, "{}").patch(url).then().statusCode(404);
        editor().post(url + "/secret").then().statusCode(404);
        editor().post(url + "/test").then().statusCode(404);
        editor().get(url + "/deliveries").then().statusCode(404);
        editor().get(url + "/deliveries/" + id).then().statusCode(404);
        editor().post(url + "/deliveries/" + id + "/redeliver").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000"})
    void anUnknownDeliveryIsNotFound(String id) {
        String url = make().url() + "/deliveries/" + id;
        editor().get(url).then().statusCode(404);
        editor().post(url + "/redeliver").then().statusCode(404);
    }

    @Test
    void deliveriesAreFilteredByStatesThatThereAre() {
        String url = make().url() + "/deliveries";
        editor().get(url + "?state=dead,pending").then().statusCode(200).body("data.size()", is(0));
        editor().get(url + "?state=broken").then().statusCode(400).body("errors.parameter", contains("state"));
        editor().get(url + "?nosuch=1").then().statusCode(400).body("errors.parameter", contains("nosuch"));
        editor().get(url + "?cursor=x").then().statusCode(400).body("errors.parameter", contains("cursor"));
    }

    @Test
    void aNewSecretTakesThePlaceOfTheOld() {
        Webhook webhook = make();
        JsonNode rotated = Editor.json(editor().post(webhook.url() + "/secret"));
        assertNotEquals(webhook.secret(), rotated.path("secret").asText());
        assertTrue(rotated.path("secret").asText().startsWith("whsec_"));
        assertTrue(rotated.path("previousSecretUntil").isTextual());
        assertEquals(rotated.path("previousSecretUntil"), webhook.read().path("previousSecretUntil"));
    }

    @Test
    void whatIsDoneToThemIsAudited() {
        String name = word();
        Webhook webhook = make(input(URL, word()).put("name", name));
        webhook.patch("{'types': ['article.updated']}");
        webhook.patch("{'types': ['article.updated']}");
        editor().post(webhook.url() + "/secret").then().statusCode(200);
        webhook.delete();
        JsonNode audit = Editor.json(editor().get("/v1/editorial/audit?limit=100"
                + "&action=webhook.created,webhook.changed,webhook.rotated,webhook.deleted"));
        List<JsonNode> entries = StreamSupport.stream(audit.path("data").spliterator(), false)
                .filter(entry -> entry.at("/subject/name").asText().equals(name))
                .toList();
        assertEquals(
                List.of("webhook.deleted", "webhook.rotated", "webhook.changed", "webhook.created"),
                entries.stream().map(entry -> entry.path("action").asText()).toList());
    }
}
