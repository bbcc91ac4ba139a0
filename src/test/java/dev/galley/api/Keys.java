package dev.galley.api;

import static dev.galley.api.Editor.editor;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;

/** Keys of all kinds, made by the administrator. */
final class Keys {
    static final String KEYS = "/v1/editorial/keys";

    private Keys() {}

    /** A key at its making, which is when its secret is known. */
    record Key(String id, String name, String secret, JsonNode json) {
        String url() {
            return KEYS + "/" + id;
        }

        RequestSpecification caller() {
            return bearer(secret);
        }
    }

    static RequestSpecification bearer(String secret) {
        return given().header("Authorization", "Bearer " + secret);
    }

    static Key make(String role) {
        return make(role, null);
    }

    static Key make(String role, Instant expiresAt) {
        JsonNode body = Documents.json("{'name': '" + Documents.word() + "', 'role': '" + role + "', 'expiresAt': "
                + (expiresAt == null ? "null" : "'" + expiresAt + "'") + "}");
        JsonNode key = Editor.json(
                editor(body).post(KEYS).then().statusCode(201).extract().response());
        return new Key(
                key.path("id").asText(),
                key.path("name").asText(),
                key.path("secret").asText(),
                key);
    }

    static Key revoked() {
        Key key = make("admin");
        editor().delete(key.url()).then().statusCode(204);
        return key;
    }

    static Key expired() {
        Key key = make("admin", Instant.now().plusMillis(1_500));
        await().until(() -> key.caller().get("/v1/editorial/me").statusCode() == 401);
        return key;
    }

    static JsonNode read(Key key) {
        return Editor.json(
                editor().get(key.url()).then().statusCode(200).extract().response());
    }
}
