package dev.galley.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an OpenID Connect provider open the editorial surface as keys do. */
@ApiTest
@TestProfile(Guarded.class)
class OidcTest {
    private static final String ME = "/v1/editorial/me";
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final String issuer = ConfigProvider.getConfig().getValue("galley.oidc.issuer", String.class);
    private final String client = "203.0.113." + CLIENTS.incrementAndGet();

    private ObjectNode claims(String... roles) {
        ObjectNode claims = Documents.json("{'sub': 'u1', 'preferred_username': 'mara', 'email': 'mara@example.org'}");
        claims.put("iss", issuer).put("aud", "galley-test");
        claims.put("iat", Instant.now().getEpochSecond() - 5);
        claims.put("exp", Instant.now().getEpochSecond() + 300);
        for (String role : roles) {
            claims.withObject("/realm_access").withArray("roles").add(role);
        }
        return claims;
    }

    private String sign(String how, ObjectNode claims) {
        return Raw.send(HttpRequest.newBuilder(URI.create(issuer + "/sign/" + how))
                        .POST(BodyPublishers.ofString(claims.toString())))
                .body();
    }

    private RequestSpecification holder(ObjectNode claims) {
        return bearer(sign("well", claims));
    }

    private RequestSpecification bearer(String token) {
        return Keys.bearer(token).header("X-Forwarded-For", client);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, viewer",
        "editor, editor",
        "publisher, publisher",
        "cms-admins, admin",
        "root, admin",
        "other publisher viewer, publisher",
        "viewer root, admin"
    })
    void theHighestRoleCounts(String given, String role) {
        ObjectNode claims = claims(given.split(" "));
        holder(claims)
                .get(ME)
                .then()
                .statusCode(200)
                .body("name", is("mara"))
                .body("role", is(role))
                .body("kind", is("oidc"))
                .body(
                        "expiresAt",
                        is(Instant.ofEpochSecond(claims.path("exp").asLong()).toString()));
    }

    @Test
    void aRoleReachesAsFarAsAKeysDoes() {
        holder(claims("editor")).get(Editor.ARTICLES).then().statusCode(200);
        holder(claims("editor"))
                .contentType("application/json")
                .body("{\"title\": \"" + Documents.title("Ebb") + "\"}")
                .post(Editor.ARTICLES)
                .then()
                .statusCode(201)
                .body("createdBy", is("mara"));
        holder(claims("editor")).get(Keys.KEYS).then().statusCode(403).body("detail", containsString("role admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "Viewer", "VIEWER", "viewers", "cms-admin", "viewer,editor"})
    void aTokenWithNoneOfOurRolesMayDoNothing(String role) {
        for (String path : new String[] {ME, Editor.ARTICLES, Keys.KEYS}) {
            holder(claims(role)).get(path).then().statusCode(403);
        }
    }

    @Test
    void aTokenWithoutTheClaimMayDoNothing() {
        holder(claims()).get(ME).then().statusCode(403);
        ObjectNode odd = claims();
        odd.put("realm_access", "viewer");
        odd.putArray("groups").add("admin");
        holder(odd).get(ME).then().statusCode(403);
    }

    @Test
    void rolesMayBeWordsInOneText() {
        ObjectNode claims = claims();
        claims.withObject("/realm_access").put("roles", "openid editor");
        holder(claims).get(ME).then().statusCode(200).body("role", is("editor"));
    }

    @Test
    void theNameIsTheFirstThatIsOne() {
        ObjectNode claims = claims("viewer");
        claims.remove("preferred_username");
        holder(claims).get(ME).then().body("name", is("mara@example.org"));
        claims.put("email", " ");
        holder(claims).get(ME).then().body("name", is("u1"));
        claims.put("preferred_username", "a\u202Eb");
        holder(claims).get(ME).then().body("name", is("u1"));
        claims.put("sub", "x".repeat(201));
        holder(claims).get(ME).then().statusCode(401).body("detail", containsString("names nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-another", "not", "by-the-public-key"})
    void aSignatureThatIsNotTheProvidersIsRefused(String how) {
        bearer(sign(how, claims("root")))
                .get(ME)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .header("RateLimit", notNullValue());
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        String[] viewer = sign("well", claims("viewer")).split("\\.");
        String[] admin = sign("well", claims("root")).split("\\.");
        bearer(viewer[0] + "." + admin[1] + "." + viewer[2]).get(ME).then().statusCode(401);
        bearer(viewer[0] + "." + viewer[1] + ".").get(ME).then().statusCode(401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        ObjectNode claims = claims("viewer");
        claims.put("exp", Instant.now().getEpochSecond() - 60);
        holder(claims).get(ME).then().statusCode(401);
        claims.remove("exp");
        holder(claims).get(ME).then().statusCode(401);
    }

    @Test
    void aTokenForLaterIsRefused() {
        ObjectNode claims = claims("viewer");
        claims.put("nbf", Instant.now().getEpochSecond() + 600);
        holder(claims).get(ME).then().statusCode(401);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        ObjectNode claims = claims("viewer");
        claims.put("iss", "https://issuer.example");
        holder(claims).get(ME).then().statusCode(401);
        claims.remove("iss");
        holder(claims).get(ME).then().statusCode(401);
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        ObjectNode claims = claims("viewer");
        claims.put("aud", "shop");
        holder(claims).get(ME).then().statusCode(401);
        claims.remove("aud");
        holder(claims).get(ME).then().statusCode(401);
        claims.putArray("aud").add("shop").add("galley-other");
        holder(claims).get(ME).then().statusCode(200);
    }

    @Test
    void whatIsNoTokenIsTakenForAKey() {
        bearer("a.b.c").get(ME).then().statusCode(401);
        bearer("e30.e30.e30").get(ME).then().statusCode(401);
        bearer(Keys.make("viewer").secret()).get(ME).then().statusCode(200).body("kind", is("key"));
    }

    @Test
    void cookiesOpenNothing() {
        String token = sign("well", claims("root"));
        int status = io.restassured.RestAssured.given()
                .cookie("q_session", token)
                .cookie("q_session_galley", token)
                .cookie("access_token", token)
                .get(ME)
                .statusCode();
        assertEquals(401, status);
        bearer("wrong")
                .cookie("q_session", token)
                .cookie("q_auth_x", "y")
                .get(ME)
                .then()
                .statusCode(401);
        bearer(Keys.make("viewer").secret())
                .cookie("q_session", "x")
                .get(ME)
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue());
    }

    @Test
    void aTokenOpensDeliveryWhereItNeedsAKey() {
        holder(claims("viewer")).get("/v1/articles").then().statusCode(200);
        holder(claims()).get("/v1/articles").then().statusCode(403);
    }
}
