package dev.galley.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dates as sources write them; what names no offset is UTC, and a date alone its first instant. */
final class Times {
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    /** Years 1 to 9999: others have no date that RFC 3339 can write. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    static @Nullable Instant read(String text) {
        String iso = text.strip()
                .replaceFirst("^(\\d{4}-\\d{2}-\\d{2})\\s+", "$1T")
                .replaceFirst("\\s+(?=([+-]\\d{2}:?\\d{2}|Z)$)", "")
                .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        for (Function<String, Instant> form : FORMS) {
            try {
                Instant time = form.apply(iso);
                return time.isBefore(FIRST) || !time.isBefore(END) ? null : time;
            } catch (DateTimeException e) {
                // Not in this form; the next may fit.
            }
        }
        return null;
    }
}
