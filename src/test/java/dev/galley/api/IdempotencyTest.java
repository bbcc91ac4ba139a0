package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.ARTICLES;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.json;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.read;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Editor.Draft;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST with an Idempotency-Key acts once, however often it is sent. */
@ApiTest
class IdempotencyTest {
    @Inject
    EntityManager database;

    @Test
    void theSameRequestGetsTheFirstAnswerAgain() {
        String key = word();
        JsonNode document = minimal();
        Response first = create(key, document);
        Response second = create(key, document);
        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(json(first), json(second));
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertNull(first.header("Idempotent-Replayed"));
        assertEquals("true", second.header("Idempotent-Replayed"));
        assertEquals("application/json", second.contentType().replaceFirst(";.*", ""));
        assertEquals(1, drafts(document));
    }

    @Test
    void theFirstAnswerStaysThoughTheArticleHasMovedOn() {
        String key = word();
        JsonNode document = minimal();
        Draft draft = Draft.of(create(key, document));
        Editor.patched(draft, "{\"title\": \"" + title("Moved on") + "\"}");
        assertEquals(draft.json(), json(create(key, document)));
    }

    @Test
    void anotherBodyIsRefused() {
        String key = word();
        JsonNode document = minimal();
        create(key, document).then().statusCode(201);
        create(key, minimal()).then().statusCode(422).body("type", endsWith("/problems/idempotency-key-reused"));
        assertEquals(201, create(key, document).statusCode());
    }

    @Test
    void anotherPathIsRefused() {
        String key = word();
        Draft one = post(minimal());
        Draft two = post(minimal());
        with(key).post(one.url() + "/publish").then().statusCode(200);
        with(key).post(two.url() + "/publish").then().statusCode(422);
        assertEquals("draft", read(two).at("/status"));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String key = word();
        Draft draft = post(minimal());
        with(key)
                .header("If-Match", "\"77\"")
                .post(draft.url() + "/publish")
                .then()
                .statusCode(412);
        with(key).post(draft.url() + "/publish").then().statusCode(200);
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondIsToldSo() {
        String key = word();
        Draft draft = post(minimal());
        CompletableFuture<Response> first = QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeQuery("select id from draft where id = ?1 for update")
                    .setParameter(1, UUID.fromString(draft.id()))
                    .getSingleResult();
            CompletableFuture<Response> waiting =
                    CompletableFuture.supplyAsync(() -> with(key).post(draft.url() + "/publish"));
            await().until(() -> claims(key) == 1);
            with(key)
                    .post(draft.url() + "/publish")
                    .then()
                    .statusCode(409)
                    .header("Retry-After", notNullValue())
                    .body("type", endsWith("/problems/idempotency-key-in-use"));
            return waiting;
        });
        assertEquals(200, first.join().statusCode());
        assertEquals(json(first.join()), json(with(key).post(draft.url() + "/publish")));
    }

    @Test
    void ofManyAtOnceOneActs() {
        String key = word();
        JsonNode document = minimal();
        List<Response> answers = Concurrently.each(12, i -> create(key, document));
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.statusCode() == 201 && answer.header("Idempotent-Replayed") == null)
                        .count());
        answers.forEach(answer ->
                assertEquals(true, answer.statusCode() == 201 || answer.statusCode() == 409, "" + answer.statusCode()));
        assertEquals(1, drafts(document));
    }

    @Test
    void whatADeadNodeLeftIsTakenUpAfterAWhile() {
        String key = word();
        JsonNode document = minimal();
        create(key, document).then().statusCode(201);
        age(key, 60, "status = null, headers = null, body = null,");
        create(key, document).then().statusCode(409);
        age(key, 180, "");
        Response again = create(key, document);
        assertEquals(201, again.statusCode());
        assertNull(again.header("Idempotent-Replayed"));
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        String key = word();
        JsonNode document = minimal();
        Response first = create(key, document);
        age(key, 23 * 3600, "");
        assertEquals(json(first), json(create(key, document)));
        age(key, 25 * 3600, "");
        assertNotEquals(json(first).path("id"), json(create(key, document)).path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "ümlaut", ""})
    void aKeyThatIsNoneIsRefused(String key) {
        create(key, minimal()).then().statusCode(400);
    }

    @Test
    void aVeryLongKeyIsRefused() {
        create("k".repeat(256), minimal()).then().statusCode(400);
        create("k".repeat(220) + word(), minimal()).then().statusCode(201);
    }

    @Test
    void aKeysSecretIsNotToldAgain() {
        String key = word();
        JsonNode input = Documents.json("{'name': 'Told once " + key + "', 'role': 'viewer'}");
        JsonNode first = json(editor(input).header("Idempotency-Key", key).post("/v1/editorial/keys"));
        JsonNode second = json(editor(input).header("Idempotency-Key", key).post("/v1/editorial/keys"));
        assertEquals(first.path("id"), second.path("id"));
        assertEquals(false, first.path("secret").isNull());
        assertEquals(true, second.path("secret").isNull());
    }

    @Test
    void aBatchOfWritesEachForItselfIsNotDoneTwice() {
        String key = word();
        JsonNode document = minimal();
        String batch = "{\"atomic\": false, \"operations\": [{\"op\": \"create\", \"document\": " + document
                + "}, {\"op\": \"create\", \"document\": {}}]}";
        Response first = batch(key, batch);
        assertEquals(json(first), json(batch(key, batch)));
        assertEquals(1, drafts(document));
    }

    @Test
    void aBatchThatANodeDiedOverIsFinishedWithoutDoingItsFirstHalfTwice() {
        String key = word();
        JsonNode done = minimal();
        String batch = "{\"atomic\": false, \"operations\": [{\"op\": \"create\", \"document\": " + done + "}]}";
        JsonNode first = json(batch(key, batch));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from kept_answer where idempotency_key = ?1")
                        .setParameter(1, key)
                        .executeUpdate());
        assertEquals(first, json(batch(key, batch)));
        assertEquals(1, drafts(done));
    }

    private static Response create(String key, JsonNode document) {
        return editor(document).header("Idempotency-Key", key).post(ARTICLES);
    }

    private static Response batch(String key, String batch) {
        return editor("application/json", batch)
                .header("Idempotency-Key", key)
                .post(ARTICLES + "/batch")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static RequestSpecification with(String key) {
        return editor().header("Idempotency-Key", key);
    }

    private long drafts(JsonNode document) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) from draft where title = ?1")
                                .setParameter(1, document.path("title").asText())
                                .getSingleResult())
                        .longValue());
    }

    private long claims(String key) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number)
                        database.createNativeQuery("select count(*) from kept_answer where idempotency_key = ?1")
                                .setParameter(1, key)
                                .getSingleResult())
                .longValue());
    }

    private void age(String key, int seconds, String set) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update kept_answer set " + set + " claimed_at = ?1 where idempotency_key = ?2")
                .setParameter(1, OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(seconds))
                .setParameter(2, key)
                .executeUpdate());
    }
}
