package dev.galley.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attempt as administrators see it. */
public record AttemptView(
        Instant at,

        @Schema(description = "What the receiver answered; null where it didn't.") @Nullable
        Integer status,

        long milliseconds,

        @Schema(
                description = "Null where it was delivered, else target-refused, host-unknown, connect-failed,"
                        + " tls-failed, timeout, connection-lost, redirected, gone, rejected or failed.")
        @Nullable
        String error,

        @Schema(description = "The error in words.") @Nullable
        String detail,

        @Schema(description = "The first 1,000 characters of the answer's body.") @Nullable
        String answer) {
    static AttemptView of(Attempt attempt) {
        return of(attempt.at, attempt.status, attempt.milliseconds, Failure.byWord(attempt.error), attempt.answer);
    }

    static AttemptView of(Outcome outcome) {
        return of(outcome.at(), outcome.status(), outcome.took().toMillis(), outcome.failure(), outcome.answer());
    }

    private static AttemptView of(
            Instant at,
            @Nullable Integer status,
            long milliseconds,
            @Nullable Failure failure,
            @Nullable String answer) {
        return new AttemptView(
                at,
                status,
                milliseconds,
                failure == null ? null : failure.word(),
                failure == null ? null : failure.sentence(),
                answer);
    }
}
