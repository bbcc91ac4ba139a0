package dev.galley.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.platform.Routes;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each editorial route by each kind of caller. A new route needs its row here: which is the least role that may? */
@ApiTest
class RoleTableTest {
    private static final String TABLE = """
            GET    /v1/editorial/articles viewer
            POST   /v1/editorial/articles editor
            DELETE /v1/editorial/articles/{id} editor
            GET    /v1/editorial/articles/{id} viewer
            PATCH  /v1/editorial/articles/{id} editor
            PUT    /v1/editorial/articles/{id} editor
            POST   /v1/editorial/articles/batch editor
            POST   /v1/editorial/articles/{id}/blocks editor
            DELETE /v1/editorial/articles/{id}/blocks/{blockId} editor
            PATCH  /v1/editorial/articles/{id}/blocks/{blockId} editor
            POST   /v1/editorial/articles/{id}/blocks/{blockId}/move editor
            POST   /v1/editorial/articles/{id}/faqs editor
            DELETE /v1/editorial/articles/{id}/faqs/{partId} editor
            PATCH  /v1/editorial/articles/{id}/faqs/{partId} editor
            POST   /v1/editorial/articles/{id}/faqs/{partId}/move editor
            GET    /v1/editorial/articles/{id}/checks viewer
            GET    /v1/editorial/articles/{id}/preview-links viewer
            POST   /v1/editorial/articles/{id}/preview-links editor
            GET    /v1/editorial/articles/{id}/preview-links/{linkId} viewer
            DELETE /v1/editorial/articles/{id}/preview-links/{linkId} editor
            POST   /v1/editorial/articles/{id}/merge editor
            POST   /v1/editorial/articles/{id}/publish publisher
            GET    /v1/editorial/articles/{id}/revisions viewer
            GET    /v1/editorial/articles/{id}/revisions/{n} viewer
            GET    /v1/editorial/articles/{id}/revisions/{n}/diff viewer
            POST   /v1/editorial/articles/{id}/revisions/{n}/restore editor
            POST   /v1/editorial/articles/{id}/restore editor
            DELETE /v1/editorial/articles/{id}/schedule publisher
            POST   /v1/editorial/articles/{id}/sections editor
            DELETE /v1/editorial/articles/{id}/sections/{sectionId} editor
            PATCH  /v1/editorial/articles/{id}/sections/{sectionId} editor
            POST   /v1/editorial/articles/{id}/sections/{sectionId}/move editor
            POST   /v1/editorial/articles/{id}/takeaways editor
            DELETE /v1/editorial/articles/{id}/takeaways/{partId} editor
            PATCH  /v1/editorial/articles/{id}/takeaways/{partId} editor
            POST   /v1/editorial/articles/{id}/takeaways/{partId}/move editor
            POST   /v1/editorial/articles/{id}/unpublish publisher
            GET    /v1/editorial/audit admin
            GET    /v1/editorial/backup admin
            GET    /v1/editorial/authors viewer
            POST   /v1/editorial/authors editor
            DELETE /v1/editorial/authors/{slug} publisher
            GET    /v1/editorial/authors/{slug} viewer
            PATCH  /v1/editorial/authors/{slug} editor
            GET    /v1/editorial/exports viewer
            POST   /v1/editorial/imports editor
            GET    /v1/editorial/jobs viewer
            GET    /v1/editorial/jobs/{id} viewer
            GET    /v1/editorial/jobs/{id}/items viewer
            GET    /v1/editorial/keys admin
            POST   /v1/editorial/keys admin
            DELETE /v1/editorial/keys/{id} admin
            GET    /v1/editorial/keys/{id} admin
            PATCH  /v1/editorial/keys/{id} admin
            GET    /v1/editorial/me viewer
            GET    /v1/editorial/schedule viewer
            POST   /v1/editorial/search/rebuild admin
            GET    /v1/editorial/topics viewer
            POST   /v1/editorial/topics editor
            DELETE /v1/editorial/topics/{slug} publisher
            GET    /v1/editorial/topics/{slug} viewer
            PATCH  /v1/editorial/topics/{slug} editor
            GET    /v1/editorial/webhooks admin
            POST   /v1/editorial/webhooks admin
            DELETE /v1/editorial/webhooks/{id} admin
            GET    /v1/editorial/webhooks/{id} admin
            PATCH  /v1/editorial/webhooks/{id} admin
            GET    /v1/editorial/webhooks/{id}/deliveries admin
            GET    /v1/editorial/webhooks/{id}/deliveries/{deliveryId} admin
            POST   /v1/editorial/webhooks/{id}/deliveries/{deliveryId}/redeliver admin
            POST   /v1/editorial/webhooks/{id}/secret admin
            POST   /v1/editorial/webhooks/{id}/test admin
            """;

    private static final List<String> ROLES = List.of("viewer", "editor", "publisher", "admin");

    @Inject
    Routes routes;

    @Test
    void everyRouteHasItsRow() {
        assertEquals(
                new TreeSet<>(editorial().keySet()),
                new TreeSet<>(table().keySet()),
                "the table and the routes that there are");
    }

    @Test
    void withoutCredentialsNoneOpens() {
        assertAllRefused(() -> given());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic YWRtaW46YWRtaW4=", "galley", "Bearer  ", "Bearer a.b.c"})
    void noneOpensToMalformedCredentials(String header) {
        assertAllRefused(() -> given().header("Authorization", header));
    }

    @Test
    void noneOpensToAnUnknownKey() {
        assertAllRefused(() -> Keys.bearer("galley_" + "0".repeat(49)));
    }

    @Test
    void noneOpensToAnExpiredKey() {
        Keys.Key key = Keys.expired();
        assertAllRefused(key::caller);
    }

    @Test
    void noneOpensToARevokedKey() {
        Keys.Key key = Keys.revoked();
        assertAllRefused(key::caller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "editor", "publisher", "admin"})
    void aKeyOpensWhatItsRoleReachesAndNoMore(String role) {
        Keys.Key key = Keys.make(role);
        Map<String, String> least = table();
        editorial().forEach((name, route) -> {
            String needed = String.valueOf(least.get(name));
            Response answer = AccessTest.ask(route, key.caller());
            if (ROLES.indexOf(role) >= ROLES.indexOf(needed)) {
                assertTrue(
                        answer.statusCode() != 401 && answer.statusCode() != 403 && answer.statusCode() < 500,
                        name + " answers " + role + " with " + answer.statusCode());
            } else {
                assertEquals(403, answer.statusCode(), name + " by " + role);
                assertTrue(answer.asString().contains("This needs the role " + needed + "."), answer.asString());
            }
        });
    }

    private void assertAllRefused(Supplier<RequestSpecification> caller) {
        editorial().values().forEach(route -> AccessTest.assertRefused(route, caller.get()));
    }

    private Map<String, Routes.Route> editorial() {
        return routes.all().stream()
                .filter(AccessTest.EDITORIAL)
                .collect(Collectors.toMap(
                        route -> route.method() + " " + route.template(), route -> route, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> table() {
        return TABLE.lines()
                .map(line -> line.strip().split(" +"))
                .collect(Collectors.toMap(row -> row[0] + " " + row[1], row -> row[2], (a, b) -> a, TreeMap::new));
    }
}
