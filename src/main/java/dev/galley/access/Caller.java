package dev.galley.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who stands behind a request, however they proved it; without a role they are known and may do nothing. */
record Caller(
        String name,
        @Nullable Role role,
        Kind kind,
        @Nullable Instant expiresAt) {
    private static final String ATTRIBUTE = Caller.class.getName();

    /** What was shown. */
    enum Kind {
        @JsonProperty("key")
        KEY,
        @JsonProperty("oidc")
        OIDC
    }

    static Caller of(AccessKey key) {
        return new Caller(key.name, key.role, Kind.KEY, key.expiresAt);
    }

    static Caller of(SecurityIdentity identity) {
        return Objects.requireNonNull(identity.getAttribute(ATTRIBUTE));
    }

    SecurityIdentity identity() {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addAttribute(ATTRIBUTE, this);
        if (role != null) {
            identity.addRoles(role.withThoseBefore());
        }
        return identity.build();
    }
}
