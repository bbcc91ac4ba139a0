package dev.galley.editorial;

import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long a preview link is to live. An empty body asks for nothing special. */
public record PreviewInput(
        @Nullable
        @Schema(
                oneOf = {Long.class, String.class},
                description = "Whole seconds as a number, or a duration as ISO 8601 writes it (PT24H, P7D); an hour"
                        + " where there is none, 30 days at most.",
                example = "P7D")
        Object expiresIn) {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** {@link Duration} knows days and what is shorter. */
    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");

    static PreviewInput read(byte[] body) {
        PreviewInput input =
                body.length == 0 ? new PreviewInput(null) : Json.bind(Json.parse(body), PreviewInput.class);
        input.lifetime();
        return input;
    }

    Duration lifetime() {
        if (expiresIn == null) {
            return USUAL;
        }
        Duration lifetime = expiresIn instanceof String text ? iso(text) : seconds(expiresIn);
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw refused(InputError.INVALID, "A preview link lives from 1 second to 30 days.");
        }
        return lifetime;
    }

    private static Duration iso(String text) {
        Matcher weeks = WEEKS.matcher(text);
        try {
            return weeks.matches() ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1))) : Duration.parse(text);
        } catch (DateTimeException e) {
            throw refused(
                    InputError.INVALID, "This must be whole seconds or a duration as ISO 8601 writes it (PT24H, P7D).");
        }
    }

    private static Duration seconds(Object number) {
        if (number instanceof Integer || number instanceof Long) {
            return Duration.ofSeconds(((Number) number).longValue());
        } else if (number instanceof BigInteger) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
        throw refused(InputError.WRONG_TYPE, "This must be whole seconds or a duration (PT24H, P7D).");
    }

    private static Problem refused(String code, String detail) {
        return Problem.member("/expiresIn", code, detail);
    }
}
