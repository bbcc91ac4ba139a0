package dev.galley.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.document.Required;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import dev.galley.platform.Timestamps;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A key as an administrator writes it; {@code expiresAt} is a time as RFC 3339 writes it, null for never. */
public record KeyInput(
        @Required String name,
        @Required Role role,
        @Nullable String expiresAt) {
    private static final Set<String> SERVER_MADE =
            Set.of("id", "createdAt", "createdBy", "lastUsedAt", "revokedAt", "secret");

    /** As much as the columns hold that say who did something. */
    static final int LONGEST_NAME = 200;

    /** What a key is now, as the ground of a patch. */
    static KeyInput of(AccessKey key) {
        return new KeyInput(key.name, key.role, key.expiresAt == null ? null : key.expiresAt.toString());
    }

    /** Refuses what only Galley may say of a key. */
    static JsonNode parse(byte[] body) {
        JsonNode json = Json.parse(body);
        Set<String> refused = new TreeSet<>(SERVER_MADE);
        refused.removeIf(name -> !json.has(name));
        if (!refused.isEmpty()) {
            throw Problem.invalid(refused.stream().map(KeyInput::serverMade).toList());
        }
        return json;
    }

    static KeyInput bind(JsonNode json) {
        KeyInput input = Json.bind(json, KeyInput.class);
        input.checkName();
        input.expiry();
        return input;
    }

    /** A key that is born dead is a mistake. */
    KeyInput toCome(Instant now) {
        Instant expiry = expiry();
        if (expiry != null && !expiry.isAfter(now)) {
            throw Problem.member(
                    "/expiresAt", InputError.INVALID, "This time has passed. To end a key at once, delete it.");
        }
        return this;
    }

    @Nullable
    Instant expiry() {
        return Timestamps.member("/expiresAt", expiresAt);
    }

    private void checkName() {
        if (name.isBlank()) {
            throw Problem.member("/name", InputError.REQUIRED, "A key needs a name: what it does is noted under it.");
        } else if (name.length() > LONGEST_NAME) {
            throw Problem.member("/name", InputError.TOO_LONG, "At most " + LONGEST_NAME + " characters.");
        } else if (!CallerName.isPlain(name)) {
            throw Problem.member(
                    "/name",
                    InputError.INVALID,
                    "No space at its ends and no character that can't be seen: two names must not look alike.");
        }
    }

    private static InputError serverMade(String name) {
        return InputError.pointer(
                "/" + name, InputError.SERVER_MADE, "\"" + name + "\" is made by Galley. Leave it out.");
    }
}
