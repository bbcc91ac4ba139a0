package dev.galley.write;

import dev.galley.platform.CurrentRequest;
import dev.galley.platform.Ids;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a POST with an Idempotency-Key acts once, on whichever node it arrives. The key is claimed before the
 * act, and the answer kept in the act's own transaction: both are there or neither. A refused request changed nothing
 * and leaves its key free.
 */
@ApplicationScoped
public class Idempotency {
    private static final Duration KEPT = Duration.ofHours(24);

    /** Longer than any transaction may take: whoever claimed a key before that long is dead. */
    private static final Duration LONGEST_ACT = Duration.ofMinutes(2);

    private final SecurityIdentity caller;
    private final Clock clock;

    Idempotency(SecurityIdentity caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /** Of the request that is being answered; null where it has none, and outside of requests. */
    @Nullable
    IdempotencyKey key() {
        return CurrentRequest.get()
                .map(request -> IdempotencyKey.of(request, caller.getPrincipal().getName()))
                .orElse(null);
    }

    /** Throws the answer where there is one, and a problem where there will be one or the key stands for another act. */
    UUID claim(IdempotencyKey key) {
        UUID claim = Ids.next();
        Instant now = clock.instant();
        KeptAnswer known = KeptAnswer.of(key);
        if (known == null) {
            KeptAnswer.claim(key, claim, now);
        } else if (!isForgotten(known, now)) {
            throw again(known, key);
        } else if (!known.takeOver(claim, key.fingerprint(), now)) {
            throw inUse();
        }
        return claim;
    }

    void keep(UUID claim, Object answer) {
        int status = answer instanceof RestResponse<?> response ? response.getStatus() : 200;
        Object entity = answer instanceof RestResponse<?> response ? response.getEntity() : answer;
        Object kept = entity instanceof ShownOnce secret ? secret.withoutSecret() : entity;
        if (!KeptAnswer.fill(claim, status, headers(answer), kept == null ? null : Json.write(kept))) {
            throw Problem.of(
                            ProblemType.UNAVAILABLE,
                            "This took so long that the same request was taken up again elsewhere.")
                    .header(HttpHeaders.RETRY_AFTER, "1");
        }
    }

    void release(UUID claim) {
        QuarkusTransaction.requiringNew().run(() -> KeptAnswer.release(claim));
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> KeptAnswer.deleteBefore(clock.instant().minus(KEPT)));
    }

    private static boolean isForgotten(KeptAnswer known, Instant now) {
        Duration age = Duration.between(known.claimedAt, now);
        return age.compareTo(known.status == null ? LONGEST_ACT : KEPT) > 0;
    }

    private static RuntimeException again(KeptAnswer known, IdempotencyKey key) {
        if (!known.fingerprint.equals(key.fingerprint())) {
            return Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another request before. Take a new one for a new request.");
        } else if (known.status == null) {
            return inUse();
        }
        return new AnsweredBefore(known.status, Objects.requireNonNullElse(known.headers, Map.of()), known.body);
    }

    private static Problem inUse() {
        return Problem.of(
                        ProblemType.IDEMPOTENCY_KEY_IN_USE,
                        "The first request with this Idempotency-Key is still under way.")
                .header(HttpHeaders.RETRY_AFTER, "1");
    }

    private static Map<String, String> headers(Object answer) {
        Map<String, String> headers = new TreeMap<>();
        if (answer instanceof RestResponse<?> response) {
            response.getHeaders().forEach((name, values) -> headers.put(name, String.valueOf(values.get(0))));
        }
        return headers;
    }
}
