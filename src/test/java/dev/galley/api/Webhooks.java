package dev.galley.api;

import static dev.galley.api.Editor.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Webhooks, made by the administrator. */
final class Webhooks {
    static final String WEBHOOKS = "/v1/editorial/webhooks";

    private Webhooks() {}

    /** A webhook at its making, which is when its secret is known. */
    record Webhook(String id, String secret, JsonNode json) {
        String url() {
            return WEBHOOKS + "/" + id;
        }

        JsonNode read() {
            return answered(editor().get(url()));
        }

        JsonNode patch(String patch) {
            return answered(editor(Editor.MERGE_PATCH, patch.replace('\'', '"')).patch(url()));
        }

        /** {@code query} is "" or begins with an ampersand. */
        List<JsonNode> deliveries(String query) {
            JsonNode page = answered(editor().get(url() + "/deliveries?limit=100" + query));
            return StreamSupport.stream(page.path("data").spliterator(), false).toList();
        }

        /** The states of its deliveries, the newest first. */
        List<String> states() {
            return deliveries("").stream()
                    .map(delivery -> delivery.path("state").asText())
                    .toList();
        }

        /** Of the newest delivery, with its attempts. */
        JsonNode newest() {
            return delivery(deliveries("").get(0).path("id").asText());
        }

        JsonNode delivery(String delivery) {
            return answered(editor().get(url() + "/deliveries/" + delivery));
        }

        Response redeliver(String delivery) {
            return editor().post(url() + "/deliveries/" + delivery + "/redeliver");
        }

        void delete() {
            editor().delete(url()).then().statusCode(204);
        }
    }

    static ObjectNode input(String url) {
        return Documents.json("{}").put("url", url);
    }

    /** Of articles with one of these topics: what other tests publish is none of its business. */
    static ObjectNode input(String url, String... topics) {
        ObjectNode input = input(url);
        Stream.of(topics).forEach(input.putArray("topics")::add);
        return input;
    }

    static Webhook make(JsonNode input) {
        JsonNode webhook = Editor.json(editor(input)
                .post(WEBHOOKS)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .response());
        return new Webhook(webhook.path("id").asText(), webhook.path("secret").asText(), webhook);
    }

    private static JsonNode answered(Response answer) {
        return Editor.json(answer.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .response());
    }
}
