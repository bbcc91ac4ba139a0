package dev.galley.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery in the list. */
public record DeliveryItem(
        @Schema(description = "The webhook-id of the message, the same at each attempt.")
        UUID id,

        @Schema(description = "The number of the change in the change log.")
        long seq,

        String type,

        @Schema(description = "What has changed.", example = "topic:http-caching")
        String subject,

        DeliveryState state,
        Instant createdAt,

        @Schema(description = "When it is tried next; null where it is not pending.") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "How often it has failed since it was begun, or begun again.")
        int failures,

        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant finishedAt) {
    /** Ends before the where clause; the delivery is {@code d}. */
    static final String SELECT = """
            select new dev.galley.webhook.DeliveryItem(d.id, d.seq, d.type, d.subject, d.state, d.createdAt,
              case when d.state = PENDING then d.dueAt end, d.failures, d.lastStatus, d.lastError, d.finishedAt)
            from Delivery d""";

    static DeliveryItem of(Delivery delivery) {
        return new DeliveryItem(
                delivery.id,
                delivery.seq,
                delivery.type,
                delivery.subject,
                delivery.state,
                delivery.createdAt,
                delivery.state == DeliveryState.PENDING ? delivery.dueAt : null,
                delivery.failures,
                delivery.lastStatus,
                delivery.lastError,
                delivery.finishedAt);
    }
}
