package dev.galley.access;

import dev.galley.platform.CurrentRequest;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Writes down who did what. Called in the transaction of the act, so that there is neither without the other. */
@ApplicationScoped
public class Audit {
    /** Who does what nobody asked for at that moment: cleaning up after a time. */
    public static final String GALLEY = "galley";

    private final SecurityIdentity caller;
    private final Clock clock;

    Audit(SecurityIdentity caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /** What the caller of this request does. */
    public void log(AuditAction action, AuditSubject subject) {
        log(caller.getPrincipal().getName(), action, subject);
    }

    /** {@code actor} is who asked for it, where that was in another request. */
    public void log(String actor, AuditAction action, AuditSubject subject) {
        AuditEntry.write(
                actor, action, subject, clock.instant(), CurrentRequest.id().orElse(null));
    }
}
