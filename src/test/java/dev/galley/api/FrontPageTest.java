package dev.galley.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the files of the front page are served; FrontPageIT looks at what they show. */
@ApiTest
class FrontPageTest {
    /** What a file loads, relative to itself. */
    private static final Pattern LOADS = Pattern.compile("(?:src=|href=|from )\"((?:front/|\\./)[^\"]+)\"");

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/?article=moon, text/html",
        "/front/page.js, text/javascript",
        "/front/page.css, text/css",
        "/front/icon.svg, image/svg+xml"
    })
    void aFileComesWithWhatKeepsItSafeAndFresh(String path, String type) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-cache"))
                .header("Vary", equalTo("Accept-Encoding"))
                .header(
                        "Content-Security-Policy",
                        equalTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src * data:;"
                                + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"));
    }

    @Test
    void whoeverHasAFileIsNotSentItAgain() {
        for (String path : loaded()) {
            Response first = given().get(path);
            given().header("If-None-Match", first.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(first.header("ETag")))
                    .header("Cache-Control", equalTo("no-cache"));
            given().header("If-Modified-Since", first.header("Last-Modified"))
                    .get(path)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void headSaysWhatGetSends() {
        Response get = given().header("Accept-Encoding", "identity").get("/");
        Response head = given().header("Accept-Encoding", "identity").head("/");
        assertEquals(200, head.statusCode());
        assertEquals(get.header("ETag"), head.header("ETag"));
        assertEquals(get.header("Content-Length"), head.header("Content-Length"));
        assertEquals("", head.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br"})
    void filesAreCompressed(String encoding) {
        given().header("Accept-Encoding", encoding)
                .head("/front/page.css")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo(encoding));
    }

    @Test
    void allThatThePageLoadsIsThere() {
        assertTrue(loaded().size() > 5, loaded().toString());
        loaded().forEach(path -> given().get(path).then().statusCode(200));
    }

    /** All that is loaded with the page, and by what is. */
    private static Set<String> loaded() {
        Set<String> loaded = new TreeSet<>();
        follow("/", loaded);
        return loaded;
    }

    private static void follow(String path, Set<String> loaded) {
        if (!loaded.add(path)) {
            return;
        }
        Matcher loads = LOADS.matcher(given().get(path).asString());
        while (loads.find()) {
            follow("/front/" + loads.group(1).replaceFirst("^(front|\\.)/", ""), loaded);
        }
    }

    /** The policy forbids it, and the browser's word for it comes late. */
    @Test
    void nothingStandsInThePageThatThePolicyForbids() {
        String page = given().get("/").asString();
        assertFalse(
                Pattern.compile("(?i)<script>|<style|\\sstyle=|\\son\\w+=")
                        .matcher(page)
                        .find(),
                page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/front",
                "/front/",
                "/front/nothing.js",
                "/front/page.js/",
                "/front/page.js;x",
                "/front/%70age.js",
                "/front/../front-page/index.html",
                "/front/..%2f..%2fapplication.properties",
                "/front/%2e%2e/%2e%2e/application.properties",
                "/front-page/index.html",
                "//front/page.js",
                "/;x",
                "/favicon.ico"
            })
    void noOtherPathLeadsToAFile(String path) {
        String answer = Raw.get(path);
        assertEquals(404, Raw.status(answer), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void filesAreOnlyRead(String method) {
        given().request(method, "/")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @Test
    void optionsAreNamed() {
        given().options("/").then().statusCode(200).header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }
}
