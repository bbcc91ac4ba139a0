package dev.galley.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.galley.platform.Digests;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an ordered list: the key of the row next to it, and the direction to read on. The way back from a page that
 * turned out empty includes that row. Encoded, it carries a digest
 * of itself and of the query it was made for, so that it fits no other; it needs nothing kept on the server.
 */
public record Cursor(
        boolean backwards,
        List<String> key,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean inclusive) {
    private static final int DIGEST_BYTES = 12;
    private static final int LONGEST = 1_000;

    public static Cursor behind(boolean backwards, List<String> key) {
        return new Cursor(backwards, key, null);
    }

    static Cursor backFrom(List<String> key) {
        return new Cursor(true, key, true);
    }

    boolean includesKey() {
        return Boolean.TRUE.equals(inclusive);
    }

    String encode(String query) {
        byte[] payload = Json.bytes(this);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(payload) + "." + base64.encodeToString(digest(query, payload));
    }

    static Cursor decode(String encoded, String query) {
        String[] parts = encoded.split("\\.", -1);
        try {
            if (parts.length == 2 && encoded.length() <= LONGEST) {
                byte[] payload = Base64.getUrlDecoder().decode(parts[0]);
                if (Arrays.equals(digest(query, payload), Base64.getUrlDecoder().decode(parts[1]))) {
                    Cursor cursor = Json.MAPPER.readValue(new String(payload, StandardCharsets.UTF_8), Cursor.class);
                    if (cursor != null && cursor.key() != null) {
                        return cursor;
                    }
                }
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            // Not one of ours: answered below.
        }
        throw invalid();
    }

    /** The digest has no secret: whoever makes a cursor of their own gets this for a key that fits no row. */
    public static Problem invalid() {
        return Problem.parameter(
                "cursor",
                InputError.INVALID,
                "This cursor was not made for this query. Leave it out to start from the first page, and keep all"
                        + " other parameters as they are while paging.");
    }

    private static byte[] digest(String query, byte[] payload) {
        MessageDigest sha = Digests.sha256();
        sha.update(query.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        return Arrays.copyOf(sha.digest(payload), DIGEST_BYTES);
    }
}
