package dev.galley.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param failure null where the receiver answered 2xx
 * @param status null where it didn't answer
 * @param answer the beginning of what it answered
 * @param retryAfter how long it wants to be left alone
 */
record Outcome(
        Instant at,
        Duration took,
        @Nullable Failure failure,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable Duration retryAfter) {
    private static final int MOST_KEPT = 1_000;

    static Outcome failed(Instant at, Duration took, Failure failure) {
        return new Outcome(at, took, failure, null, null, null);
    }

    static Outcome answered(Instant at, Duration took, int status, String answer, @Nullable Duration retryAfter) {
        return new Outcome(at, took, failure(status), status, beginning(answer), retryAfter);
    }

    private static @Nullable Failure failure(int status) {
        if (status >= 200 && status < 300) {
            return null;
        } else if (status >= 300 && status < 400) {
            return Failure.REDIRECTED;
        }
        return status == 410 ? Failure.GONE : Failure.REJECTED;
    }

    /** As much as both databases keep and people read. */
    private static String beginning(String answer) {
        int end = answer.codePointCount(0, answer.length()) > MOST_KEPT
                ? answer.offsetByCodePoints(0, MOST_KEPT)
                : answer.length();
        return answer.substring(0, end).replace('\0', '\uFFFD');
    }
}
