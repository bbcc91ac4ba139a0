package dev.galley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver may ask for, and what is no way to ask. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                " 120 | PT2M",
                "86400 | P1D",
                "86401 | P1D",
                "999999999 | P1D",
                "Fri, 01 May 2026 10:01:00 GMT | PT1M",
                "Fri, 08 May 2026 10:01:00 GMT | P1D"
            })
    void isSecondsOrATimeAndADayAtMost(String header, Duration wait) {
        assertEquals(wait, RetryAfter.of(503, header, NOW));
        assertEquals(wait, RetryAfter.of(429, header, NOW));
        assertNull(RetryAfter.of(500, header, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "1.5",
                "9999999999999999999",
                "2026-05-01T10:01:00Z",
                "Fri, 01 May 2026 09:59:00 GMT"
            })
    void elseItIsNothing(String header) {
        assertNull(RetryAfter.of(503, header, NOW));
    }

    @Test
    void itMayBeLeftOut() {
        assertNull(RetryAfter.of(503, null, NOW));
    }
}
