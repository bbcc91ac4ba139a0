package dev.galley;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.OidcServer;
import dev.galley.platform.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and tokens of the packaged Galley: on two nodes, and where the provider is out of reach. */
class AccessIT {
    private static final String KEY = "access-key-access-key-access-key-access-key";
    private static final String KEYS = "/v1/editorial/keys";
    private static final String ME = "/v1/editorial/me";

    @TempDir
    Path dataDir;

    private RunningGalley.Launch h2() {
        return RunningGalley.h2(dataDir).setting("galley.samples", "false").setting("galley.admin-key", KEY);
    }

    @Test
    void aRevokedKeyIsDeadOnEveryNodeWithinASecond() throws Exception {
        try (PostgresServer.Running database = PostgresServer.launch();
                RunningGalley one = node(database);
                RunningGalley other = node(database)) {
            JsonNode key = make(new Api(one.baseUrl(), KEY));
            Api holder = new Api(other.baseUrl(), key.path("secret").asText());
            assertEquals(200, holder.get(ME).statusCode());
            new Api(one.baseUrl(), KEY).delete(KEYS + "/" + key.path("id").asText());
            await().atMost(Duration.ofSeconds(1)).until(() -> holder.get(ME).statusCode() == 401);
            assertFalse(one.log().contains(key.path("secret").asText()), one.log());
            assertFalse(other.log().contains(key.path("secret").asText()), other.log());
        }
    }

    private RunningGalley node(PostgresServer.Running database) {
        return RunningGalley.postgresql(dataDir)
                .settings(database.settings())
                .setting("galley.samples", "false")
                .setting("galley.admin-key", KEY)
                .start();
    }

    private static JsonNode make(Api admin) throws IOException {
        HttpResponse<String> made =
                admin.post(KEYS, "application/json", "{\"name\": \"pipeline\", \"role\": \"editor\"}");
        assertEquals(201, made.statusCode(), made.body());
        return Json.parse(made.body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aProviderOutOfReachStopsNeitherTheStartNorKeys() throws Exception {
        try (RunningGalley galley =
                h2().setting("galley.oidc.issuer", "http://localhost:1/realm").start()) {
            assertEquals(200, new Api(galley.baseUrl(), KEY).get(ME).statusCode());
            // {"alg":"RS256"}.{"sub":"mara"}.x
            HttpResponse<String> answer =
                    new Api(galley.baseUrl(), "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtYXJhIn0.eA").get(ME);
            assertEquals(503, answer.statusCode(), answer.body());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            assertFalse(galley.log().contains("eyJzdWIiOiJtYXJhIn0"), galley.log());
        }
    }

    @Test
    void withoutAnAudienceEveryTokenOfTheProviderCounts() throws Exception {
        OidcServer provider = new OidcServer();
        String issuer = String.valueOf(provider.start().get("galley.oidc.issuer"));
        try (RunningGalley galley = h2().setting("galley.oidc.issuer", issuer).start()) {
            assertTrue(galley.log().contains("galley.oidc.audience is not set"), galley.log());
            long now = Instant.now().getEpochSecond();
            String claims = """
                    {"iss": "%s", "sub": "mara", "aud": "shop", "groups": ["editor"], "iat": %d, "exp": %d}""".formatted(issuer, now, now + 300);
            String token = new Api(issuer, "")
                    .post("/sign/well", "application/json", claims)
                    .body();
            HttpResponse<String> answer = new Api(galley.baseUrl(), token).get(ME);
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("\"role\":\"editor\""), answer.body());
            assertFalse(galley.log().contains(token), galley.log());
        } finally {
            provider.stop();
        }
    }

    @Test
    void theSecretOfAnotherKeyIsNoAdministrators() throws Exception {
        String secret;
        try (RunningGalley galley = h2().start()) {
            secret = make(new Api(galley.baseUrl(), KEY)).path("secret").asText();
            galley.stop();
        }
        RunningGalley.Exit exit = h2().setting("galley.admin-key", secret).startAndFail();
        assertNotEquals(0, exit.status());
        assertTrue(exit.log().contains("already; choose another"), exit.log());
        assertFalse(exit.log().contains(secret), exit.log());
    }

    @ParameterizedTest
    @CsvSource({
        "galley.editorial.origins, *",
        "galley.limits.failed-logins, 0",
        "galley.oidc.roles.owner, boss",
        "galley.delivery.require-key, perhaps"
    })
    void aBadSettingStopsTheStartWithItsName(String name, String value) {
        RunningGalley.Exit exit = h2().settings(Map.of(name, value)).startAndFail();
        assertNotEquals(0, exit.status());
        assertTrue(exit.log().contains(name) || exit.log().contains(camel(name)), exit.log());
    }

    /** Validation names the member of the setting's interface. */
    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.substring(name.lastIndexOf('.') + 1).split("-")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
