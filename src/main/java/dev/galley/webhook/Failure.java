package dev.galley.webhook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an attempt failed, as a stable word and as a sentence. */
enum Failure {
    TARGET_REFUSED(
            "The URL leads to an address that is not on the public internet. The setting galley.webhooks.allow-private"
                    + " lets webhooks lead there."),
    HOST_UNKNOWN("The host's name has no address."),
    CONNECT_FAILED("No connection could be made."),
    TLS_FAILED("No secure connection could be made: look at the receiver's certificate."),
    TIMEOUT("No answer came in time."),
    CONNECTION_LOST("The connection ended before an answer came, or what came was no HTTP."),
    REDIRECTED("The receiver sent a redirect, which is not followed. Change the webhook's URL."),
    GONE("The receiver answered 410: it wants no more. The webhook is paused."),
    REJECTED("The receiver did not answer 2xx."),
    FAILED("Galley could not send it; the log says why.");

    private final String sentence;

    Failure(String sentence) {
        this.sentence = sentence;
    }

    /** Null stands for none. */
    static @Nullable Failure byWord(@Nullable String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }
}
