package dev.galley.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times in bodies, as RFC 3339 writes them. */
public final class Timestamps {
    /** What RFC 3339 can write, and both databases can keep. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Timestamps() {}

    /** To the millisecond, as both databases keep it; a problem at {@code pointer} where the text is no time. */
    public static @Nullable Instant member(String pointer, @Nullable String text) {
        try {
            Instant time = text == null ? null : Instant.parse(text);
            if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
                throw new DateTimeException("out of range");
            }
            return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw Problem.member(
                    pointer, InputError.INVALID, "This must be a time as RFC 3339 writes it (2026-05-01T10:00:00Z).");
        }
    }
}
