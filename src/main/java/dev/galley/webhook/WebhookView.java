package dev.galley.webhook;

import dev.galley.change.ChangeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as administrators see it, without its secret. */
public record WebhookView(
        UUID id,
        String url,
        @Nullable String name,
        List<ChangeType> types,
        List<String> topics,
        List<String> locales,
        boolean paused,

        @Schema(description = "gone where the receiver answered 410; null where somebody paused it, or nobody.")
        @Nullable
        String pausedBecause,

        @Schema(description = "Until then messages are signed with the secret before this one, too.") @Nullable
        Instant previousSecretUntil,

        Instant createdAt,
        String createdBy,
        Instant updatedAt) {
    static WebhookView of(Webhook webhook, Instant now) {
        boolean both = webhook.secrets(now).size() > 1;
        return new WebhookView(
                webhook.id,
                webhook.url,
                webhook.name,
                webhook.types,
                webhook.topics,
                webhook.locales,
                webhook.paused,
                webhook.pausedBecause,
                both ? webhook.previousSecretUntil : null,
                webhook.createdAt,
                webhook.createdBy,
                webhook.updatedAt);
    }
}
