package dev.galley.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.galley.access.AccessConfig;
import dev.galley.platform.DatabaseKind;
import dev.galley.platform.LimitsConfig;
import dev.galley.platform.LinksConfig;
import io.agroal.api.AgroalDataSource;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody has set is set on purpose: the values that count while Galley runs. */
@ApiTest
class SecureDefaultsTest {
    @Inject
    SmallRyeConfig config;

    @Inject
    LimitsConfig limits;

    @Inject
    LinksConfig links;

    @Inject
    AccessConfig access;

    @Inject
    ObjectMapper json;

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.limits.max-body-size, 256M",
        "quarkus.http.limits.max-header-size, 20K",
        "quarkus.http.limits.max-initial-line-length, 20000",
        "quarkus.http.limits.max-connections, 20000",
        "quarkus.http.idle-timeout, 40S",
        "quarkus.http.enable-decompression, false",
        "quarkus.http.enable-compression, false",
        "quarkus.http.proxy.proxy-address-forwarding, false",
        "quarkus.http.proxy.allow-x-forwarded, false",
        "quarkus.http.proxy.enable-forwarded-host, false",
        "quarkus.http.proxy.enable-forwarded-prefix, false",
        "quarkus.shutdown.timeout, 10S",
        "quarkus.datasource.jdbc.max-size, 20",
        "quarkus.datasource.jdbc.acquisition-timeout, 5S",
        "quarkus.security.jaxrs.deny-unannotated-endpoints, true"
    })
    void quarkusIsSetOnPurpose(String name, String value) {
        assertEquals(value, config.getConfigValue(name).getValue());
    }

    @Test
    void galleysOwnAreTight() {
        assertEquals(2 << 20, limits.body().asLongValue());
        assertEquals(10 << 20, limits.importBody().asLongValue());
        assertEquals(Duration.ofSeconds(40), limits.receive());
        assertFalse(links.trustProxy());
        assertTrue(links.hosts().isEmpty());
        assertTrue(access.editorial().origins().isEmpty());
        assertFalse(access.delivery().requireKey());
    }

    @Test
    void nothingOfPostgresqlIsWaitedForWithoutEnd() throws SQLException {
        assumeFalse(DatabaseKind.isEmbedded());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertEquals(40_000, connection.getNetworkTimeout());
            assertEquals("30s", show(statement, "statement_timeout"));
            assertEquals("10s", show(statement, "lock_timeout"));
            assertEquals("1min", show(statement, "idle_in_transaction_session_timeout"));
            assertEquals("galley", show(statement, "application_name"));
        }
    }

    private static String show(Statement statement, String name) throws SQLException {
        try (ResultSet value = statement.executeQuery("show " + name)) {
            value.next();
            return value.getString(1);
        }
    }

    @Test
    void jsonIsStrict() {
        assertEquals(200, json.getFactory().streamReadConstraints().getMaxNestingDepth());
        assertEquals(100, json.getFactory().streamReadConstraints().getMaxNumberLength());
        assertTrue(json.getFactory().isEnabled(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
        assertTrue(json.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        assertTrue(json.isEnabled(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
        assertFalse(json.isEnabled(DeserializationFeature.ACCEPT_FLOAT_AS_INT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/articles/no-such-article", "/v1/editorial/articles"})
    void noPageOfOursRunsScripts(String path) {
        given().get(path)
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "GZIP, gzip"})
    void compressedBodiesAreRefusedBeforeTheyAreUnpacked(String encoding) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(body)) {
            zip.write("{\"title\": \"Small\"}".getBytes(StandardCharsets.UTF_8));
        }
        Editor.editor()
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .body(body.toByteArray())
                .post(Editor.ARTICLES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .header("Accept-Encoding", equalTo("identity"));
    }

    @Test
    void whatSaysThatItIsNotCompressedIsTaken() {
        Editor.editor(Documents.minimal())
                .header("Content-Encoding", "identity")
                .post(Editor.ARTICLES)
                .then()
                .statusCode(201);
    }
}
