package dev.galley.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.galley.write.ShownOnce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A webhook with a new secret: the one answer that has it, null where the answer is given again. */
public record NewWebhookView(
        @JsonUnwrapped WebhookView webhook, @Nullable String secret) implements ShownOnce {
    static NewWebhookView of(Webhook webhook, Instant now) {
        return new NewWebhookView(WebhookView.of(webhook, now), webhook.secret);
    }

    @Override
    public NewWebhookView withoutSecret() {
        return new NewWebhookView(webhook, null);
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return "NewWebhookView[" + webhook.id() + "]";
    }
}
