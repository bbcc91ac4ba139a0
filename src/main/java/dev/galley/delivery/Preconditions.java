package dev.galley.delivery;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a client has what it asks for (RFC 9110 §13.2.2). */
final class Preconditions {
    private Preconditions() {}

    /** True where the answer is 304. */
    static boolean fail(MultiMap request, String etag, Instant modified) {
        String known = tags(request);
        if (known != null) {
            return matches(known, etag);
        }
        String since = request.get(HttpHeaders.IF_MODIFIED_SINCE);
        Instant time = since == null ? null : HttpDate.parse(since);
        return time != null && !modified.isAfter(time);
    }

    /** A header that comes in several lines is one list (RFC 9110 §5.3). */
    private static @Nullable String tags(MultiMap request) {
        String first = request.get(HttpHeaders.IF_NONE_MATCH);
        return first == null ? null : String.join(",", request.getAll(HttpHeaders.IF_NONE_MATCH));
    }

    /** Weak comparison (RFC 9110 §13.1.2); no tag of ours has a comma in it. */
    private static boolean matches(String known, String etag) {
        for (String tag : known.split(",")) {
            String stripped = tag.strip();
            if (stripped.equals("*") || stripped.equals(etag) || stripped.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
