package dev.galley.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The caller: under which name what they do is noted, what they may do, and until when. */
public record MeView(
        String name, Role role, Caller.Kind kind, @Nullable Instant expiresAt) {
    static MeView of(SecurityIdentity identity) {
        Caller caller = Caller.of(identity);
        return new MeView(caller.name(), Objects.requireNonNull(caller.role()), caller.kind(), caller.expiresAt());
    }
}
