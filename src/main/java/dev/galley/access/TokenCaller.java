package dev.galley.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads from a token that was verified who its holder is, and what they may do. */
@ApplicationScoped
public class TokenCaller {
    private static final int PARTS = 3;
    private static final List<String> NAMES = List.of("preferred_username", "email", "sub");

    private final OidcConfig config;

    TokenCaller(OidcConfig config) {
        this.config = config;
    }

    /** Three parts (RFC 7519 §3) of which the first says how the third was made. A key of ours is none. */
    static boolean isToken(String bearer) {
        String[] parts = bearer.split("\\.", -1);
        if (parts.length != PARTS || bearer.startsWith(KeySecret.PREFIX)) {
            return false;
        }
        try {
            return part(parts[0]).hasNonNull("alg");
        } catch (IllegalArgumentException | Problem e) {
            return false;
        }
    }

    Caller read(String token) {
        JsonNode claims = part(token.split("\\.", -1)[1]);
        return new Caller(name(claims), role(claims), Caller.Kind.OIDC, expiry(claims));
    }

    private static JsonNode part(String part) {
        return Json.parse(Base64.getUrlDecoder().decode(part));
    }

    private static String name(JsonNode claims) {
        return NAMES.stream()
                .map(claim -> claims.path(claim).asText())
                .filter(CallerName::isGood)
                .findFirst()
                .orElseThrow(() -> Problem.credentialsInvalid("The token names nobody."));
    }

    private static @Nullable Instant expiry(JsonNode claims) {
        JsonNode seconds = claims.path("exp");
        return seconds.canConvertToLong() ? Instant.ofEpochSecond(seconds.asLong()) : null;
    }

    /** The highest one that the token has. */
    private @Nullable Role role(JsonNode claims) {
        Set<String> given = values(claim(claims));
        return Stream.of(Role.values())
                .filter(role -> names(role).stream().anyMatch(given::contains))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<String> names(Role role) {
        return config.roles().getOrDefault(role, List.of(role.value()));
    }

    /** Some providers name their claims by URLs, so the whole name goes before the path. */
    private JsonNode claim(JsonNode claims) {
        if (claims.has(config.roleClaim())) {
            return claims.path(config.roleClaim());
        }
        JsonNode claim = claims;
        for (String step : config.roleClaim().split("/")) {
            claim = claim.path(step);
        }
        return claim;
    }

    /** A list, or words in one text as scopes are written. */
    private static Set<String> values(JsonNode claim) {
        return claim.isArray()
                ? StreamSupport.stream(claim.spliterator(), false)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet())
                : Stream.of(claim.asText().split(" +")).collect(Collectors.toSet());
    }
}
