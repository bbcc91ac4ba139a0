package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Editor.editor;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.platform.Routes;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code galley.delivery.require-key}: what is published opens to any key and to nobody without one. */
@ApiTest
@TestProfile(Guarded.class)
class RequiredKeyTest {
    private static final List<String> OPEN = List.of("/v1/feeds", "/v1/preview");

    @Inject
    Routes routes;

    @Test
    void noDeliveryRouteOpensWithoutAKey() {
        routes.all().stream()
                .filter(route -> route.template().startsWith("/v1/"))
                .filter(route -> OPEN.stream().noneMatch(route.template()::startsWith))
                .forEach(route -> AccessTest.assertRefused(route, given()));
    }

    @Test
    void noTrickWithThePathOpensDelivery() {
        for (String target : List.of(
                "//v1/articles",
                "/v1//articles",
                "/v1/articles/",
                "/v1/articles;x",
                "/v1;x/articles",
                "/v1/%61rticles",
                "/v1/./articles",
                "/v1/feeds/../articles",
                "/v1/feeds/%2e%2e/articles",
                "/v1/preview/..%2farticles",
                "/problems/../v1/articles",
                "/V1/articles",
                "http://localhost/v1/articles")) {
            String answer = Raw.get(target);
            assertTrue(Raw.status(answer) >= 400, target + " is " + answer);
        }
    }

    @Test
    void noForwardedPrefixHidesTheEditorialSurface() {
        for (String prefix : List.of("/app", "/v1", "/v1/articles", "//", "/..")) {
            given().header("X-Forwarded-Prefix", prefix)
                    .get(Editor.ARTICLES)
                    .then()
                    .statusCode(401)
                    .header("Cache-Control", is("no-store"));
            editor().header("X-Forwarded-Prefix", prefix)
                    .get(Editor.ARTICLES)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", is("no-store"));
            given().header("X-Forwarded-Prefix", prefix)
                    .get("/editorial/articles")
                    .then()
                    .statusCode(greaterThanOrEqualTo(400));
        }
    }

    @Test
    void anyKeyOpensDelivery() {
        Keys.Key viewer = Keys.make("viewer");
        String slug = Editor.published(minimal()).slug();
        viewer.caller()
                .get("/v1/articles/" + slug)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("private"))
                .body("slug", is(slug));
        viewer.caller().get("/v1/articles/" + slug + ".md").then().statusCode(200);
        editor().get("/v1/articles").then().statusCode(200);
    }

    @Test
    void aRevokedKeyOpensNothing() {
        Keys.revoked().caller().get("/v1/articles").then().statusCode(401);
    }

    @Test
    void whatIsPublicAnywayStaysOpen() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/problems/not-found").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void aPreflightNeedsNoKey() {
        given().header("Origin", "https://anywhere.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "Authorization")
                .options("/v1/articles")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", is("*"));
    }

    @Test
    void aRefusalCanBeReadByAnyPage() {
        assertEquals("*", given().get("/v1/articles").header("Access-Control-Allow-Origin"));
    }

    /** It says that reading needs one; a proxy's prefix doesn't hide it. */
    @Test
    void theFrontPageOpensWithoutAKey() {
        given().get("/").then().statusCode(200);
        given().header("X-Forwarded-Prefix", "/content")
                .get("/front/page.js")
                .then()
                .statusCode(200);
    }
}
