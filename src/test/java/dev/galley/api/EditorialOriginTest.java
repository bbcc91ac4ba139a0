package dev.galley.api;

import static dev.galley.api.Editor.editor;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the configured origins may call the editorial surface, and no others. */
@ApiTest
@TestProfile(Guarded.class)
class EditorialOriginTest {
    private static RequestSpecification preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization, content-type, if-match");
    }

    @ParameterizedTest
    @ValueSource(strings = {Guarded.ORIGIN, "http://localhost:3000"})
    void aPreflightOfAnAllowedOriginIsAnswered(String origin) {
        preflight(origin)
                .options(Editor.ARTICLES + "/any")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", is(origin))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Vary", containsString("Origin"))
                .body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://cms.example.com",
                "https://cms.example.com.evil.example",
                "https://cms.example.com:8443",
                "https://CMS.example.com",
                "https://cms.example.com/",
                "null",
                "*",
                ""
            })
    void noOtherOriginIs(String origin) {
        preflight(origin)
                .options(Editor.ARTICLES)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
        editor().header("Origin", origin)
                .get(Editor.ARTICLES)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void anAllowedOriginMayReadAnswersAndRefusals() {
        editor().header("Origin", Guarded.ORIGIN)
                .get(Editor.ARTICLES)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", is(Guarded.ORIGIN))
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Expose-Headers", containsString("Retry-After"))
                .header("Vary", containsString("Origin"));
        given().header("Origin", Guarded.ORIGIN)
                .get(Editor.ARTICLES)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", is(Guarded.ORIGIN));
        editor().header("Origin", Guarded.ORIGIN)
                .get(Editor.ARTICLES + "/nosuch")
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", is(Guarded.ORIGIN));
    }

    @Test
    void anAllowedOriginStillNeedsAKey() {
        given().header("Origin", Guarded.ORIGIN).options(Editor.ARTICLES).then().statusCode(401);
        given().header("Origin", Guarded.ORIGIN)
                .header("Access-Control-Request-Method", "GET")
                .get(Editor.ARTICLES)
                .then()
                .statusCode(401);
    }
}
