package dev.galley.api;

import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.MERGE_PATCH;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Webhooks.WEBHOOKS;
import static dev.galley.api.Webhooks.input;
import static org.hamcrest.Matchers.contains;

import dev.galley.api.Webhooks.Webhook;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code galley.webhooks.allow-private} is off, as it is unless somebody sets it. */
@ApiTest
@TestProfile(Guarded.class)
class WebhookRefusalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://127.0.0.1:8080/",
                "https://10.0.0.1/",
                "https://192.168.0.1/",
                "https://169.254.169.254/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "http://8.8.8.8/"
            })
    void noWebhookLeadsHome(String url) {
        editor(input(url))
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url"))
                .body("errors.code", contains("invalid"));
    }

    @Test
    void noneIsTurnedThereLater() {
        Webhook webhook = Webhooks.make(input("https://8.8.8.8/", word()));
        editor(MERGE_PATCH, "{\"url\": \"https://127.0.0.1/\"}")
                .patch(webhook.url())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url"));
        webhook.delete();
    }
}
