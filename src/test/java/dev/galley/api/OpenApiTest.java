package dev.galley.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import dev.galley.platform.Routes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The committed description of the API is the one that this source makes, and it leaves nothing out. */
@ApiTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi");
    private static final Path MADE_FOR_TESTS = Path.of("target", "openapi");

    @Inject
    Routes routes;

    @Test
    void theCommittedFilesAreFresh() throws IOException {
        for (String file : new String[] {"openapi.yaml", "openapi.json"}) {
            assertEquals(
                    Files.readString(MADE_FOR_TESTS.resolve(file)),
                    Files.readString(COMMITTED.resolve(file)),
                    "openapi/" + file + " is stale: run ./mvnw package -DskipTests and commit it");
        }
    }

    @Test
    void everyRouteIsDescribedWithAnIdOfItsOwn() throws IOException {
        JsonNode paths = api().path("paths");
        Set<String> ids = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        for (Routes.Route route : routes.all()) {
            String path = route.template().replaceAll("\\{(\\w+):[^}]*}", "{$1}");
            JsonNode operation = paths.path(path).path(route.method().toLowerCase(Locale.ROOT));
            assertTrue(operation.has("operationId"), route.method() + " " + path);
            assertTrue(operation.has("summary"), route.method() + " " + path);
            ids.add(operation.path("operationId").asText());
            described.add(route.method() + " " + path);
        }
        assertEquals(described.size(), ids.size());
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode api = api();
        for (JsonNode reference : api.findValues("$ref")) {
            JsonNode target = api.at(reference.asText().substring(1));
            assertTrue(!target.isMissingNode(), reference.asText());
        }
    }

    private static JsonNode api() throws IOException {
        return Json.parse(Files.readAllBytes(COMMITTED.resolve("openapi.json")));
    }
}
