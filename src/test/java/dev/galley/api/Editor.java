package dev.galley.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Writes and publishes through the API, as an administrator. */
final class Editor {
    static final String ARTICLES = "/v1/editorial/articles";
    static final String IMPORTS = "/v1/editorial/imports";
    static final String MERGE_PATCH = "application/merge-patch+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Editor() {}

    /** A draft as it was answered last. */
    record Draft(String id, String etag, JsonNode json) {
        static Draft of(Response answer) {
            JsonNode json = Editor.json(answer);
            return new Draft(json.path("id").asText(), answer.header("ETag"), json);
        }

        String slug() {
            return json.path("slug").asText();
        }

        long version() {
            return json.path("version").asLong();
        }

        /** The text at a JSON pointer. */
        String at(String pointer) {
            return json.at(pointer).asText();
        }

        String url() {
            return ARTICLES + "/" + id;
        }
    }

    static RequestSpecification editor() {
        return given().header("Authorization", "Bearer " + ApiTest.KEY);
    }

    static RequestSpecification editor(String contentType, String body) {
        return editor().header("Content-Type", contentType).body(body.getBytes(StandardCharsets.UTF_8));
    }

    static RequestSpecification editor(JsonNode body) {
        return editor("application/json", body.toString());
    }

    static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asByteArray().length == 0 ? "null" : answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.asString(), e);
        }
    }

    static Draft post(JsonNode document) {
        return Draft.of(
                editor(document).post(ARTICLES).then().statusCode(201).extract().response());
    }

    static Draft read(Draft draft) {
        return Draft.of(
                editor().get(draft.url()).then().statusCode(200).extract().response());
    }

    /** Based on the version in hand. */
    static Response put(Draft draft, JsonNode document) {
        return editor(document).header("If-Match", draft.etag()).put(draft.url());
    }

    static Response putMarkdown(Draft draft, String markdown) {
        return editor("text/markdown", markdown)
                .header("If-Match", draft.etag())
                .put(draft.url());
    }

    static Response patch(Draft draft, String patch) {
        return editor(MERGE_PATCH, patch).header("If-Match", draft.etag()).patch(draft.url());
    }

    static Draft patched(Draft draft, String patch) {
        return Draft.of(patch(draft, patch).then().statusCode(200).extract().response());
    }

    static Response trash(Draft draft) {
        return editor().header("If-Match", "*").delete(draft.url());
    }

    static Response purge(Draft draft) {
        return editor().header("If-Match", "*").queryParam("purge", true).delete(draft.url());
    }

    static Response restore(Draft draft) {
        return editor().post(draft.url() + "/restore");
    }

    static Draft publish(Draft draft) {
        return Draft.of(editor().post(draft.url() + "/publish")
                .then()
                .statusCode(200)
                .extract()
                .response());
    }

    static Draft unpublish(Draft draft) {
        return Draft.of(editor().post(draft.url() + "/unpublish")
                .then()
                .statusCode(200)
                .extract()
                .response());
    }

    static Draft published(JsonNode document) {
        return publish(post(document));
    }

    /** {@code parts} is sections, takeaways, faqs or blocks. */
    static Response add(Draft draft, String parts, JsonNode part) {
        return editor(part).post(draft.url() + "/" + parts);
    }

    static Response patchPart(Draft draft, String parts, String partId, String patch) {
        return editor(MERGE_PATCH, patch).patch(draft.url() + "/" + parts + "/" + partId);
    }

    static Response deletePart(Draft draft, String parts, String partId) {
        return editor().delete(draft.url() + "/" + parts + "/" + partId);
    }

    static Response move(Draft draft, String parts, String partId, String where) {
        return editor("application/json", where).post(draft.url() + "/" + parts + "/" + partId + "/move");
    }

    static Response importing(String contentType, String source, String query) {
        return editor(contentType, source).post(IMPORTS + query);
    }

    /** What an import made, as the draft that it is. */
    static Draft imported(String contentType, String source) {
        return imported(contentType, source, "");
    }

    static Draft imported(String contentType, String source, String query) {
        Response answer = importing(contentType, source, query);
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new AssertionError(
                    String.format(Locale.ROOT, "Import: %d %s", answer.statusCode(), answer.asString()));
        }
        JsonNode article = json(answer).path("article");
        return new Draft(article.path("id").asText(), answer.header("ETag"), article);
    }

    /** What readers get. */
    static JsonNode delivered(String path) {
        return delivered(path, Map.of());
    }

    static JsonNode delivered(String path, Map<String, ?> parameters) {
        return json(given().queryParams(parameters)
                .get(path)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .response());
    }

    static JsonNode article(Draft draft) {
        return delivered("/v1/articles/" + draft.id());
    }
}
