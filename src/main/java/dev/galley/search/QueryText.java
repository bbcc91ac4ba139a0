package dev.galley.search;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in {@code q}: anything, but not without end. */
final class QueryText {
    private static final int LONGEST = 200;

    private QueryText() {}

    /** Where it is empty Quarkus gives null; where it isn't there at all, nobody said what to look for. */
    static String required(@Nullable String q, UriInfo uri) {
        if (!uri.getQueryParameters().containsKey("q")) {
            throw Problem.parameter("q", InputError.REQUIRED, "The parameter \"q\" says what to look for.");
        }
        String text = Objects.requireNonNullElse(q, "");
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw Problem.parameter(
                    "q", InputError.TOO_LONG, "The parameter \"q\" may have at most " + LONGEST + " characters.");
        }
        return text;
    }
}
