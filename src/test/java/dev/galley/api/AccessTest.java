package dev.galley.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.platform.Routes;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The editorial surface opens to a key alone; delivery to anyone. */
@ApiTest
class AccessTest {
    static final Predicate<Routes.Route> EDITORIAL = route -> route.template().startsWith("/v1/editorial");

    @Inject
    Routes routes;

    @Test
    void thereAreRoutesToCheck() {
        assertTrue(routes().filter(EDITORIAL).count() > 30);
        assertTrue(routes().filter(EDITORIAL.negate()).count() > 10);
    }

    @Test
    void noEditorialRouteOpensWithoutCredentials() {
        routes().filter(EDITORIAL).forEach(route -> assertRefused(route, given()));
    }

    @Test
    void noEditorialRouteOpensToAWrongKey() {
        routes().filter(EDITORIAL)
                .forEach(route -> assertRefused(route, given().header("Authorization", "Bearer " + ApiTest.KEY + "x")));
    }

    @Test
    void onlyABearerWithTheKeyOpens() {
        String basic = Base64.getEncoder().encodeToString(("admin:" + ApiTest.KEY).getBytes(StandardCharsets.UTF_8));
        for (String credentials : List.of(
                "Basic " + basic,
                ApiTest.KEY,
                "Bearer",
                "Bearer ",
                "Bearer " + ApiTest.KEY.toUpperCase(java.util.Locale.ROOT),
                "Bearer  x",
                "Digest username=admin",
                "Bearer " + "x".repeat(5_000))) {
            given().header("Authorization", credentials)
                    .get(Editor.ARTICLES)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @Test
    void theSchemeIsBlindToCase() {
        given().header("Authorization", "bearer " + ApiTest.KEY)
                .get(Editor.ARTICLES)
                .then()
                .statusCode(200);
    }

    @Test
    void aKeyInTheQueryIsNone() {
        given().get(Editor.ARTICLES + "?access_token=" + ApiTest.KEY).then().statusCode(not(is(200)));
    }

    @Test
    void anUnknownEditorialPathTellsAStrangerNothing() {
        int status = given().get("/v1/editorial/nosuch").statusCode();
        assertTrue(status == 401 || status == 404, "" + status);
    }

    @Test
    void noHeaderChangesTheMethodOrThePath() {
        for (String header :
                List.of("X-HTTP-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix")) {
            given().header(header, "/v1/editorial/articles")
                    .get(Editor.ARTICLES)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void everyDeliveryRouteIsOpen() {
        routes().filter(EDITORIAL.negate()).forEach(route -> {
            int status = ask(route, given()).statusCode();
            assertTrue(status != 401 && status != 403 && status < 500, route + " is " + status);
        });
    }

    @Test
    void aWrongKeyDoesNotOpenMore() {
        given().header("Authorization", "Bearer wrong")
                .delete("/v1/articles")
                .then()
                .statusCode(not(is(200)));
    }

    @Test
    void noTrickWithThePathOpensAnEditorialRoute() {
        routes().filter(EDITORIAL)
                .forEach(route -> tricks(path(route)).forEach(target -> assertClosed(route.method(), target, "")));
    }

    @Test
    void noTrickWithThePathOpensToAWrongKey() {
        tricks(Editor.ARTICLES).forEach(target -> assertClosed("GET", target, "Authorization: Bearer wrong\r\n"));
    }

    private static void assertClosed(String method, String target, String header) {
        String answer = Raw.send(method, target, header);
        assertTrue(Raw.status(answer) >= 400, method + " " + target + " is " + answer);
    }

    private static Stream<String> tricks(String path) {
        String rest = path.substring("/v1/editorial".length());
        return Stream.of(
                path,
                path + "/",
                path + "//",
                path + "?",
                path + ";x",
                path + ";/",
                path + "%20",
                path + "%00",
                path + ".json",
                path + "/.",
                path + "/x/..",
                "/" + path,
                "/." + path,
                "/x/.." + path,
                "/%2e" + path,
                "/v1//editorial" + rest,
                "/v1/./editorial" + rest,
                "/v1/%2e/editorial" + rest,
                "/v1;x/editorial" + rest,
                "/v1/;x/editorial" + rest,
                "/v1/editorial;x" + rest,
                "/v1/editorial;x=/articles" + rest,
                "/v1/editorial%3Bx" + rest,
                "/v1/editorial%3bx=y" + rest,
                "/v1/%65ditorial" + rest,
                "/v1/%2565ditorial" + rest,
                "/%76%31/editorial" + rest,
                "/V1/editorial" + rest,
                "/v1/EDITORIAL" + rest,
                "/v1/articles/../editorial" + rest,
                "/v1/articles/%2e%2e/editorial" + rest,
                "/v1/articles/%2e./editorial" + rest,
                "/v1/articles/..;/editorial" + rest,
                "/v1/articles%2f..%2feditorial" + rest,
                "/v1/articles/..%2feditorial" + rest,
                "/v1%2Feditorial" + rest,
                "/v1/editorial" + rest.replace("/", "%2F"),
                "/v1/editorial/" + rest,
                "/v1/editorial/." + rest,
                "/v1\\editorial" + rest,
                "/v1%5Ceditorial" + rest,
                "/v1/articles\\..\\editorial" + rest,
                "/v1/editorial%09" + rest,
                "/v1/editorial%0d%0a" + rest,
                "/v1/editorial%23" + rest,
                "/v1/editorial%3f" + rest,
                "http://localhost" + path,
                "http://localhost:1//v1/editorial" + rest,
                "http://example.com/v1/%65ditorial" + rest);
    }

    @Test
    void theMethodsOfAnEditorialPathAreNoStrangersBusiness() {
        given().options(Editor.ARTICLES).then().statusCode(401);
        given().head(Editor.ARTICLES).then().statusCode(401);
        Editor.editor().options(Editor.ARTICLES).then().statusCode(200);
        Editor.editor().head(Editor.ARTICLES).then().statusCode(200);
    }

    @Test
    void noOriginMayCallTheEditorialSurfaceWhereNoneIsSet() {
        Editor.editor()
                .header("Origin", "https://cms.example.com")
                .get(Editor.ARTICLES)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://cms.example.com")
                .header("Access-Control-Request-Method", "GET")
                .options(Editor.ARTICLES)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private Stream<Routes.Route> routes() {
        return routes.all().stream();
    }

    static void assertRefused(Routes.Route route, RequestSpecification caller) {
        Response answer = ask(route, caller);
        assertEquals(401, answer.statusCode(), route.toString());
        assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"), route.toString());
        assertEquals(401, Editor.json(answer).path("status").asInt(), route.toString());
        assertEquals("no-store", answer.header("Cache-Control"), route.toString());
    }

    static Response ask(Routes.Route route, RequestSpecification caller) {
        if (!route.method().equals("GET") && !route.method().equals("DELETE")) {
            caller.header("Content-Type", route.consumes().get(0)).body("{}".getBytes(StandardCharsets.UTF_8));
        }
        // So that a caller who may import leaves nothing behind.
        String query = route.template().endsWith("/imports") ? "?dryRun=true" : "";
        if (route.produces().contains("text/event-stream")) {
            // No such event: nothing begins that would have no end.
            caller.header("Last-Event-ID", "none");
        }
        return caller.request(route.method(), path(route) + query);
    }

    /** Of things that there aren't. */
    private static String path(Routes.Route route) {
        return route.template()
                .replaceAll("\\{\\w*[iI]d}", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000")
                .replaceAll("\\{\\w+(:[^{}]*)?}", "any");
    }
}
