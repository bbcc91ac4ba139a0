package dev.galley.write;

import dev.galley.platform.Digests;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that a caller gave to a POST, so that sending it again does nothing again.
 *
 * @param fingerprint of all that must be the same when it is sent again: method, target and body
 */
record IdempotencyKey(String caller, String value, String fingerprint) {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Null where the request names none, or isn't a POST: the other methods are idempotent by themselves. */
    static @Nullable IdempotencyKey of(RoutingContext request, String caller) {
        String value = request.request().getHeader(HEADER);
        if (value == null || !request.request().method().equals(HttpMethod.POST)) {
            return null;
        }
        if (!VALUE.matcher(value.strip()).matches()) {
            throw Problem.of(
                    ProblemType.VALIDATION, "Idempotency-Key must be 1 to 255 visible ASCII characters, no spaces.");
        }
        String target = request.request().method() + " " + request.request().uri();
        return new IdempotencyKey(caller, value.strip(), Digests.sha256(target + "\n" + BodyDigest.of(request)));
    }

    /** The name of one of several steps that a request takes. */
    IdempotencyKey step(int number) {
        return new IdempotencyKey(caller, value + " " + number, fingerprint);
    }
}
