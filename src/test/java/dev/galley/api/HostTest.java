package dev.galley.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that Galley answers to, where they are set. */
@ApiTest
@TestProfile(Guarded.class)
class HostTest {
    private static final String PATH = "/problems/validation";

    @ParameterizedTest
    @ValueSource(strings = {Guarded.HOST, "API.Example.com:8443", "localhost:1"})
    void itsOwnNamesAreServed(String host) {
        given().header("Host", host).get(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "api.example.com.evil.example", "api.example.co", "127.0.0.1"})
    void anyOtherIsMisdirected(String host) {
        given().header("Host", host)
                .get(PATH)
                .then()
                .statusCode(421)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/misdirected-request"));
    }

    @Test
    void probesMayComeByAddress() {
        given().header("Host", "10.1.2.3:8080").get("/q/health/live").then().statusCode(200);
    }
}
