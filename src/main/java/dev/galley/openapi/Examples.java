package dev.galley.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Real requests and answers, kept in {@code openapi-examples} under the operation's id: {@code getArticle.json} is an
 * answer, {@code createDraft.request.json} a request. A test holds the answers to what the samples really answer.
 */
final class Examples {
    private static final Map<String, String> EXTENSIONS = Map.of(
            "application/json", ".json",
            "application/merge-patch+json", ".json",
            "application/ld+json", ".jsonld",
            "text/markdown", ".md",
            "text/html", ".html",
            "text/plain", ".txt");

    private Examples() {}

    static void addTo(Operation operation) {
        String id = operation.getOperationId();
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                addTo(response, id);
            }
        });
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent(), id + ".request");
        }
    }

    private static void addTo(APIResponse response, String name) {
        if (response.getContent() != null) {
            addTo(response.getContent(), name);
        }
    }

    private static void addTo(Content content, String name) {
        content.getMediaTypes().forEach((type, media) -> {
            String extension = EXTENSIONS.get(type.replaceFirst(";.*", ""));
            read(name + extension).ifPresent(text -> add(media, text, String.valueOf(extension)));
        });
    }

    private static void add(MediaType media, String text, String extension) {
        media.setExample(extension.startsWith(".json") ? tree(text) : text);
    }

    /** As maps and lists, which is what the OpenAPI writer knows. */
    private static Object tree(String json) {
        try {
            JsonNode tree = Json.MAPPER.readTree(json);
            return Json.MAPPER.treeToValue(tree, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> read(String file) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream("openapi-examples/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
