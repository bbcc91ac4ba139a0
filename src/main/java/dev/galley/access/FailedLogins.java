package dev.galley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits how often a client may show credentials that open nothing. Only failures count; and who was right lately is
 * heard even where the limit is reached, so that an attacker behind the same address locks nobody out.
 */
@ApplicationScoped
public class FailedLogins {
    private static final String POLICY = "\"failed-logins\"";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Clients in memory; the longest unseen one goes first. */
    private static final int MOST_CLIENTS = 100_000;

    private static final int MOST_RIGHT_ONES = 10_000;
    private static final Duration LATELY = Duration.ofHours(1);

    private final LoadingCache<String, Bucket> buckets;
    private final Cache<String, Boolean> rightLately = Caffeine.newBuilder()
            .maximumSize(MOST_RIGHT_ONES)
            .expireAfterWrite(LATELY)
            .build();
    private final String policy;

    FailedLogins(AccessConfig config) {
        int atOnce = config.limits().failedLogins();
        int perMinute = config.limits().failedLoginsPerMinute();
        Duration full = MINUTE.multipliedBy(atOnce).dividedBy(perMinute);
        policy = POLICY + ";q=" + atOnce + ";w=" + seconds(full.toNanos());
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                // By then it is full again, as a new one is.
                .expireAfterAccess(full.plus(MINUTE))
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    Attempt attempt(String client, String credentials) {
        return new Attempt(client, KeySecret.hash(client + ' ' + credentials));
    }

    /** One request's credentials; what is kept of them is a hash. */
    final class Attempt {
        private final String client;
        private final String pair;

        private Attempt(String client, String pair) {
            this.client = client;
            this.pair = pair;
        }

        /** Whether to refuse without looking at the credentials. */
        Optional<Problem> refusal() {
            if (rightLately.getIfPresent(pair) != null) {
                return Optional.empty();
            }
            EstimationProbe probe = buckets.get(client).estimateAbilityToConsume(1);
            return probe.canBeConsumed()
                    ? Optional.empty()
                    : Optional.of(tooMany(seconds(probe.getNanosToWaitForRefill())));
        }

        void succeeded() {
            rightLately.put(pair, true);
        }

        void failed(HttpServerResponse response) {
            rightLately.invalidate(pair);
            ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
            response.putHeader("RateLimit-Policy", policy);
            response.putHeader(
                    "RateLimit", remaining(probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset())));
        }
    }

    /** The header fields are those of draft-ietf-httpapi-ratelimit-headers. */
    private Problem tooMany(long seconds) {
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "Too many requests with credentials that are not valid came from this address. Try again in "
                                + seconds + " s.")
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .header("RateLimit-Policy", policy)
                .header("RateLimit", remaining(0, seconds));
    }

    private static String remaining(long tokens, long seconds) {
        return POLICY + ";r=" + tokens + ";t=" + seconds;
    }

    /** Rounded up: who waits as long as this is heard. */
    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds());
    }
}
