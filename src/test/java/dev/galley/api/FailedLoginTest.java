package dev.galley.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who is wrong too often is not heard for a while; nobody else notices. */
@ApiTest
@TestProfile(Guarded.class)
class FailedLoginTest {
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final String client = "198.51.100." + CLIENTS.incrementAndGet();

    private RequestSpecification from(String address, String authorization) {
        return given().header("X-Forwarded-For", address).header("Authorization", authorization);
    }

    private Response wrong(String address) {
        return from(address, "Bearer wrong-" + Documents.word()).get(Editor.ARTICLES);
    }

    private Response right(String address, String secret) {
        return from(address, "Bearer " + secret).get(Editor.ARTICLES);
    }

    private void useUp(String address) {
        for (int i = 0; i < Guarded.FAILED_LOGINS; i++) {
            assertEquals(401, wrong(address).statusCode());
        }
    }

    @Test
    void eachFailureSaysHowManyAreLeft() {
        for (int left = Guarded.FAILED_LOGINS - 1; left >= 0; left--) {
            wrong(client)
                    .then()
                    .statusCode(401)
                    .header("RateLimit-Policy", is("\"failed-logins\";q=5;w=300"))
                    .header("RateLimit", containsString("\"failed-logins\";r=" + left + ";t="));
        }
    }

    @Test
    void pastTheLimitNothingIsHeard() {
        useUp(client);
        Response refused = wrong(client);
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Cache-Control", is("no-store"))
                .header("RateLimit-Policy", is("\"failed-logins\";q=5;w=300"))
                .body("status", is(429))
                .body("type", endsWith("/problems/too-many-requests"));
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait >= 1 && wait <= 60, refused.header("Retry-After"));
        refused.then().header("RateLimit", is("\"failed-logins\";r=0;t=" + wait));
    }

    @Test
    void pastTheLimitARightKeyIsNotHeardEither() {
        useUp(client);
        right(client, Keys.make("viewer").secret()).then().statusCode(429);
    }

    @Test
    void whoWasRightLatelyIsHeardPastTheLimit() {
        Keys.Key key = Keys.make("viewer");
        right(client, key.secret()).then().statusCode(200);
        useUp(client);
        right(client, key.secret()).then().statusCode(200);
        wrong(client).then().statusCode(429);
    }

    @Test
    void aRevokedKeyIsDeadForWhoWasRightLately() {
        Keys.Key key = Keys.make("viewer");
        right(client, key.secret()).then().statusCode(200);
        useUp(client);
        Editor.editor().delete(key.url()).then().statusCode(204);
        right(client, key.secret()).then().statusCode(401);
        right(client, key.secret()).then().statusCode(429);
    }

    @Test
    void aRightKeyCostsNothing() {
        String secret = Keys.make("viewer").secret();
        for (int i = 0; i < 3 * Guarded.FAILED_LOGINS; i++) {
            right(client, secret).then().statusCode(200).header("RateLimit", nullValue());
        }
        useUp(client);
    }

    @Test
    void aRoleTooSmallCostsNothing() {
        String secret = Keys.make("viewer").secret();
        for (int i = 0; i < 3 * Guarded.FAILED_LOGINS; i++) {
            from(client, "Bearer " + secret).get(Keys.KEYS).then().statusCode(403);
        }
        useUp(client);
    }

    @Test
    void noCredentialsAreNoAttempt() {
        for (int i = 0; i < 3 * Guarded.FAILED_LOGINS; i++) {
            given().header("X-Forwarded-For", client)
                    .get(Editor.ARTICLES)
                    .then()
                    .statusCode(401)
                    .header("RateLimit", nullValue());
        }
        wrong(client).then().statusCode(401);
    }

    @Test
    void anotherSchemeIsAnAttemptToo() {
        for (int i = 0; i < Guarded.FAILED_LOGINS; i++) {
            from(client, "Basic " + i).get(Editor.ARTICLES).then().statusCode(401);
        }
        from(client, "Basic x").get(Editor.ARTICLES).then().statusCode(429);
    }

    @Test
    void anotherClientIsNotConcerned() {
        useUp(client);
        wrong("198.51.100.200").then().statusCode(401);
    }

    @Test
    void anIpv6NetworkIsOneClient() {
        for (int i = 0; i < Guarded.FAILED_LOGINS; i++) {
            wrong("2001:db8:7:7::" + i).then().statusCode(401);
        }
        wrong("2001:db8:7:7:9::1").then().statusCode(429);
        wrong("2001:db8:7:8::1").then().statusCode(401);
    }

    @Test
    void deliveryWithAWrongKeyIsAnAttemptWhereItNeedsOne() {
        for (int i = 0; i < Guarded.FAILED_LOGINS; i++) {
            from(client, "Bearer wrong").get("/v1/articles").then().statusCode(401);
        }
        from(client, "Bearer wrong").get("/v1/articles").then().statusCode(429);
    }

    @Test
    void theProblemExplainsItself() {
        given().get("/problems/too-many-requests").then().statusCode(200).body("status", is(429));
    }
}
