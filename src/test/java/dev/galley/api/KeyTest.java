package dev.galley.api;

import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.MERGE_PATCH;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Keys.KEYS;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Keys.Key;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are made, changed and revoked by administrators, and open what their role may. */
@ApiTest
class KeyTest {
    private static final String ME = "/v1/editorial/me";

    @Test
    void aKeyIsMadeWithItsSecretShownOnce() {
        String name = word();
        Response made =
                editor(json("{'name': '" + name + "', 'role': 'editor'}")).post(KEYS);
        JsonNode key = Editor.json(made);
        made.then()
                .statusCode(201)
                .header("Location", endsWith(KEYS + "/" + key.path("id").asText()))
                .header("Cache-Control", is("no-store"))
                .body("name", is(name))
                .body("role", is("editor"))
                .body("createdBy", is("admin"))
                .body("createdAt", endsWith("Z"))
                .body("expiresAt", nullValue())
                .body("lastUsedAt", nullValue())
                .body("revokedAt", nullValue());
        assertTrue(key.path("secret").asText().matches("galley_[0-9A-Za-z]{49}"));
        assertEquals(
                List.of(
                        "id",
                        "name",
                        "role",
                        "createdAt",
                        "createdBy",
                        "expiresAt",
                        "lastUsedAt",
                        "revokedAt",
                        "secret"),
                Documents.keys(key));
        String listed = editor().get(KEYS + "?limit=100").asString();
        String read = editor().get(KEYS + "/" + key.path("id").asText()).asString();
        for (String answer : List.of(listed, read)) {
            assertTrue(answer.contains(name));
            assertFalse(answer.contains("secret"), answer);
            assertFalse(answer.contains(key.path("secret").asText()));
        }
    }

    @Test
    void aKeyOpensWhatItsRoleMay() {
        Key viewer = Keys.make("viewer");
        viewer.caller().get(Editor.ARTICLES).then().statusCode(200);
        viewer.caller()
                .contentType("application/json")
                .body("{}")
                .post(Editor.ARTICLES)
                .then()
                .statusCode(403)
                .body("detail", containsString("role editor"));
    }

    @Test
    void whatAKeyDoesIsNotedUnderItsName() {
        Key editor = Keys.make("editor");
        editor.caller()
                .contentType("application/json")
                .body("{\"title\": \"" + Documents.title("Low water") + "\"}")
                .post(Editor.ARTICLES)
                .then()
                .statusCode(201)
                .body("createdBy", is(editor.name()));
    }

    @Test
    void aKeyIsToldWhoItIs() {
        Instant expiry = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Key key = Keys.make("publisher", expiry);
        key.caller()
                .get(ME)
                .then()
                .statusCode(200)
                .body("name", is(key.name()))
                .body("role", is("publisher"))
                .body("kind", is("key"))
                .body("expiresAt", is(expiry.toString()));
        editor().get(ME)
                .then()
                .body("name", is("admin"))
                .body("role", is("admin"))
                .body("expiresAt", nullValue());
    }

    @Test
    void aRevokedKeyIsDeadAtOnceAndStaysListed() {
        Key key = Keys.make("editor");
        key.caller().get(ME).then().statusCode(200);
        editor().delete(key.url()).then().statusCode(204);
        key.caller()
                .get(ME)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("detail", not(containsString("revoked")));
        editor().get(key.url()).then().statusCode(200).body("revokedAt", notNullValue());
    }

    @Test
    void aKeyIsRevokedOnce() {
        Key key = Keys.revoked();
        String revokedAt = Keys.read(key).path("revokedAt").asText();
        editor().delete(key.url()).then().statusCode(204);
        assertEquals(revokedAt, Keys.read(key).path("revokedAt").asText());
        editor(MERGE_PATCH, "{\"role\": \"viewer\"}").patch(key.url()).then().statusCode(409);
        editor(MERGE_PATCH, "{\"expiresAt\": null}").patch(key.url()).then().statusCode(200);
        assertEquals(401, key.caller().get(ME).statusCode());
    }

    @Test
    void theNameOfARevokedKeyIsFreeAgain() {
        Key key = Keys.make("viewer");
        String again = "{'name': '" + key.name() + "', 'role': 'viewer'}";
        editor(json(again)).post(KEYS).then().statusCode(409).body("detail", containsString(key.name()));
        editor().delete(key.url()).then().statusCode(204);
        editor(json(again)).post(KEYS).then().statusCode(201);
    }

    @Test
    void ofManyThatWantOneNameOneGetsIt() {
        JsonNode body = json("{'name': '" + word() + "', 'role': 'viewer'}");
        List<Integer> statuses =
                Concurrently.each(8, caller -> editor(body).post(KEYS).statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void anExpiredKeyIsDeadAndItsHolderIsToldWhy() {
        Key key = Keys.expired();
        key.caller()
                .get(ME)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body(
                        "detail",
                        containsString(
                                "expired at " + key.json().path("expiresAt").asText()));
        Keys.bearer(key.secret() + "x").get(ME).then().statusCode(401).body("detail", not(containsString("expired")));
    }

    @Test
    void anExpiredKeyLivesAgainWithANewExpiry() {
        Key key = Keys.expired();
        editor(MERGE_PATCH, "{\"expiresAt\": \"2999-01-01T00:00:00Z\"}")
                .patch(key.url())
                .then()
                .statusCode(200)
                .body("expiresAt", is("2999-01-01T00:00:00Z"));
        key.caller().get(ME).then().statusCode(200);
        editor(MERGE_PATCH, "{\"expiresAt\": null}").patch(key.url()).then().body("expiresAt", nullValue());
    }

    @Test
    void aChangeOfRoleCountsFromTheNextRequestOn() {
        Key key = Keys.make("viewer");
        key.caller().get(KEYS).then().statusCode(403);
        editor(MERGE_PATCH, "{\"role\": \"admin\"}").patch(key.url()).then().statusCode(200);
        key.caller().get(KEYS).then().statusCode(200);
        editor(MERGE_PATCH, "{\"role\": \"editor\"}").patch(key.url()).then().statusCode(200);
        key.caller().get(KEYS).then().statusCode(403);
    }

    @Test
    void aKeyIsRenamed() {
        Key key = Keys.make("viewer");
        Key other = Keys.make("viewer");
        String name = word();
        editor(MERGE_PATCH, "{\"name\": \"" + name + "\"}")
                .patch(key.url())
                .then()
                .statusCode(200)
                .body("name", is(name))
                .body("role", is("viewer"));
        editor(MERGE_PATCH, "{\"name\": \"" + other.name() + "\"}")
                .patch(key.url())
                .then()
                .statusCode(409);
        key.caller().get(ME).then().body("name", is(name));
    }

    @Test
    void theLastUseIsNotedAndNotWithEachRequest() {
        Key key = Keys.make("viewer");
        key.caller().get(ME).then().statusCode(200);
        await().until(() -> Keys.read(key).path("lastUsedAt").isTextual());
        String noted = Keys.read(key).path("lastUsedAt").asText();
        key.caller().get(ME).then().statusCode(200);
        assertEquals(noted, Keys.read(key).path("lastUsedAt").asText());
    }

    @Test
    void theAdministratorsKeyStaysAsItIs() {
        String admin = administrators();
        editor().delete(admin).then().statusCode(409).body("detail", containsString("galley.admin-key"));
        for (String patch : List.of(
                "{\"role\": \"viewer\"}", "{\"name\": \"other\"}", "{\"expiresAt\": \"2999-01-01T00:00:00Z\"}")) {
            editor(MERGE_PATCH, patch).patch(admin).then().statusCode(409);
        }
        editor(MERGE_PATCH, "{}").patch(admin).then().statusCode(200);
        editor(json("{'name': 'admin', 'role': 'viewer'}")).post(KEYS).then().statusCode(409);
        editor().get(ME).then().statusCode(200).body("role", is("admin"));
    }

    private static String administrators() {
        String url = KEYS + "?limit=100";
        while (true) {
            JsonNode page = Editor.json(editor().get(url));
            for (JsonNode key : page.path("data")) {
                if (key.path("name").asText().equals("admin")) {
                    return KEYS + "/" + key.path("id").asText();
                }
            }
            url = KEYS + "?limit=100&cursor=" + page.path("page").path("next").asText();
        }
    }

    @Test
    void theListIsPagedNewestFirst() {
        List<String> made = List.of(
                Keys.make("viewer").id(),
                Keys.make("viewer").id(),
                Keys.make("viewer").id());
        List<String> listed = new ArrayList<>();
        String url = KEYS + "?limit=1";
        for (int i = 0; i < 50 && !listed.containsAll(made); i++) {
            JsonNode page = Editor.json(
                    editor().get(url).then().statusCode(200).extract().response());
            listed.add(page.path("data").path(0).path("id").asText());
            url = KEYS + "?limit=1&cursor=" + page.path("page").path("next").asText();
        }
        listed.retainAll(made);
        assertEquals(List.of(made.get(2), made.get(1), made.get(0)), listed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /name | required",
                "{'name': 'x'} | /role | required",
                "{'role': 'viewer'} | /name | required",
                "{'name': '', 'role': 'viewer'} | /name | required",
                "{'name': ' x', 'role': 'viewer'} | /name | invalid",
                "{'name': 'a\\u200Bb', 'role': 'viewer'} | /name | invalid",
                "{'name': 'a\\nb', 'role': 'viewer'} | /name | invalid",
                "{'name': null, 'role': 'viewer'} | /name | required",
                "{'name': 7, 'role': 'viewer'} | /name | wrong-type",
                "{'name': 'x', 'role': 'owner'} | /role | invalid",
                "{'name': 'x', 'role': 'ADMIN'} | /role | invalid",
                "{'name': 'x', 'role': 3} | /role | invalid",
                "{'name': 'x', 'role': 'viewer', 'expiresAt': 'tomorrow'} | /expiresAt | invalid",
                "{'name': 'x', 'role': 'viewer', 'expiresAt': 1999999999} | /expiresAt | wrong-type",
                "{'name': 'x', 'role': 'viewer', 'expiresAt': '2020-01-01T00:00:00Z'} | /expiresAt | invalid",
                "{'name': 'x', 'role': 'viewer', 'expiresAt': '+99999-01-01T00:00:00Z'} | /expiresAt | invalid",
                "{'name': 'x', 'role': 'viewer', 'nosuch': 1} | /nosuch | unknown",
                "{'name': 'x', 'role': 'viewer', 'id': '1'} | /id | server-made",
                "{'name': 'x', 'role': 'viewer', 'secret': 's'} | /secret | server-made",
                "{'name': 'x', 'role': 'viewer', 'createdAt': null} | /createdAt | server-made",
                "{'name': 'x', 'role': 'viewer', 'createdBy': 'me'} | /createdBy | server-made",
                "{'name': 'x', 'role': 'viewer', 'lastUsedAt': null} | /lastUsedAt | server-made",
                "{'name': 'x', 'role': 'viewer', 'revokedAt': null} | /revokedAt | server-made"
            })
    void whatIsNoKeyIsRefusedByName(String body, String pointer, String code) {
        editor("application/json", body.replace('\'', '"'))
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "createdAt", "createdBy", "lastUsedAt", "revokedAt", "secret"})
    void whatGalleyMakesCannotBePatched(String member) {
        Key key = Keys.make("viewer");
        editor(MERGE_PATCH, "{\"" + member + "\": null, \"role\": \"admin\"}")
                .patch(key.url())
                .then()
                .statusCode(400)
                .body("errors.code", everyItem(is("server-made")))
                .body("errors.pointer", contains("/" + member));
        assertEquals("viewer", Keys.read(key).path("role").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\": null}",
                "{\"name\": null}",
                "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}",
                "[]",
                "7",
                ""
            })
    void aPatchThatLeavesNoKeyIsRefused(String patch) {
        editor(MERGE_PATCH, patch).patch(Keys.make("viewer").url()).then().statusCode(400);
    }

    @Test
    void aNameTooLongIsRefused() {
        editor(json("{'name': '" + "x".repeat(201) + "', 'role': 'viewer'}"))
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("errors.code", contains("too-long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000"})
    void anUnknownKeyIsNotFound(String id) {
        editor().get(KEYS + "/" + id).then().statusCode(404);
        editor().delete(KEYS + "/" + id).then().statusCode(404);
        editor(MERGE_PATCH, "{}").patch(KEYS + "/" + id).then().statusCode(404);
    }

    @Test
    void aChangeNeverUndoesARevocation() {
        for (int i = 0; i < 10; i++) {
            Key key = Keys.make("editor");
            Concurrently.each(
                    4,
                    caller -> caller == 0
                            ? editor().delete(key.url()).statusCode()
                            : editor(MERGE_PATCH, "{\"name\": \"" + word() + "\"}")
                                    .patch(key.url())
                                    .statusCode());
            assertEquals(401, key.caller().get(ME).statusCode());
            assertTrue(Keys.read(key).path("revokedAt").isTextual());
        }
    }

    @Test
    void aTokenIsNothingWhereNoProviderIsSet() {
        // {"alg":"none"}.{"sub":"admin","groups":["admin"]}.
        given().header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsImdyb3VwcyI6WyJhZG1pbiJdfQ.")
                .get(ME)
                .then()
                .statusCode(401);
    }
}
