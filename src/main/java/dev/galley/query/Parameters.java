package dev.galley.query;

import dev.galley.platform.Ids;
import dev.galley.platform.InputError;
import dev.galley.platform.Nearest;
import dev.galley.platform.Problem;
import dev.galley.text.Slug;
import dev.galley.text.TextForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Query parameters as typed values; each way to get them wrong is a problem that names the parameter. */
public final class Parameters {
    /** What one filter may hold, so that no query grows without bound. */
    private static final int MAX_VALUES = 20;

    private static final int DATE_LENGTH = "2026-05-01".length();
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Parameters() {}

    /** {@code a,b}: any of these slugs. */
    public static List<String> slugs(String name, String value) {
        return slugs(name, list(name, value));
    }

    public static List<String> slugs(String name, List<String> slugs) {
        slugs.forEach(slug -> slug(name, slug));
        return slugs;
    }

    public static String slug(String name, String value) {
        if (!Slug.isValid(value)) {
            throw Problem.parameter(name, InputError.INVALID, "\"" + value + "\" is not a slug.");
        }
        return value;
    }

    public static UUID id(String name, String value) {
        return Ids.parse(value)
                .orElseThrow(() -> Problem.parameter(name, InputError.INVALID, "\"" + value + "\" is not an id."));
    }

    /** A slug or a UUID. */
    public static Object slugOrId(String name, String value) {
        return Ids.parse(value).<Object>map(id -> id).orElseGet(() -> slug(name, value));
    }

    public static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw Problem.parameter(name, InputError.INVALID, "This must be a whole number.");
        }
    }

    public static String oneOf(String name, String value, Collection<String> valid) {
        if (!valid.contains(value)) {
            throw unknown(name, value, valid);
        }
        return value;
    }

    static Problem unknown(String name, String value, Collection<String> valid) {
        return Problem.parameter(
                name,
                InputError.INVALID,
                "\"" + value + "\" is not known here." + Nearest.hint(value, valid) + " Known are: "
                        + String.join(", ", valid) + ".");
    }

    public static List<String> list(String name, String value) {
        return list(name, value, MAX_VALUES);
    }

    static List<String> list(String name, String value, int most) {
        List<String> values = Stream.of(value.split(",", -1)).map(String::strip).toList();
        if (values.stream().anyMatch(String::isEmpty)) {
            throw Problem.parameter(name, InputError.INVALID, "One of the values is empty.");
        }
        if (values.size() > most) {
            throw Problem.parameter(name, InputError.TOO_MANY, "At most " + most + " values.");
        }
        return values;
    }

    public static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        } else if (value.equals("true")) {
            return true;
        }
        throw Problem.parameter(name, InputError.INVALID, "This must be true or false.");
    }

    /** A time as RFC 3339 writes it, or a date alone, which is its first instant in UTC. */
    public static Instant time(String name, String value) {
        try {
            Instant time = value.length() == DATE_LENGTH
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Answered below, like every time that a database can't keep.
        }
        throw Problem.parameter(
                name,
                InputError.INVALID,
                "This must be a date (2026-05-01) or a time as RFC 3339 writes it (2026-05-01T10:00:00Z).");
    }

    public static TextForm text(@Nullable String value) {
        if (value == null) {
            return TextForm.MARKDOWN;
        }
        return TextForm.byName(value)
                .orElseThrow(
                        () -> Problem.parameter("text", InputError.INVALID, "Text comes as markdown, html or plain."));
    }
}
