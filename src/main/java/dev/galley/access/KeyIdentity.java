package dev.galley.access;

import dev.galley.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Turns a key's secret into who it stands for and what that one may do. It asks the database each time, so that a
 * revoked key is dead at once on every node.
 */
@ApplicationScoped
public class KeyIdentity implements IdentityProvider<KeyRequest> {
    private final LastUse lastUse;
    private final Clock clock;

    KeyIdentity(LastUse lastUse, Clock clock) {
        this.lastUse = lastUse;
        this.clock = clock;
    }

    @Override
    public Class<KeyRequest> getRequestType() {
        return KeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> QuarkusTransaction.requiringNew().call(() -> identity(request.secret(), clock.instant())));
    }

    private SecurityIdentity identity(String secret, Instant now) {
        AccessKey key = AccessKey.bySecret(secret)
                .filter(known -> !known.isRevoked())
                .orElseThrow(() -> new AuthenticationFailedException("No living key has this secret"));
        if (key.isExpired(now)) {
            // Whoever has the right secret may know why it opens nothing.
            throw new AuthenticationFailedException(
                    Problem.credentialsInvalid("This key expired at " + key.expiresAt + "."));
        }
        lastUse.note(key.id, now);
        return Caller.of(key).identity();
    }
}
