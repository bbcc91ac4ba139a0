package dev.galley.write;

import dev.galley.platform.DiskReserve;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a write in a transaction of its own, and again where another one got in its way: two that make the same topic or
 * slug at once, or that wait for each other. The second time it sees what the other did, and decides by that.
 */
@ApplicationScoped
public class Writes {
    /** Of a dozen that want the same slug at once, each try lets at least one through. */
    private static final int TRIES = 25;

    /** Who has waited for a lock for so long is told, rather than made to wait for as long again. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Idempotency idempotency;
    private final Turns turns;
    private final DiskReserve disk;

    Writes(Idempotency idempotency, Turns turns, DiskReserve disk) {
        this.idempotency = idempotency;
        this.turns = turns;
        this.disk = disk;
    }

    /** What a request does; sent again with its Idempotency-Key, it gets the first answer. */
    public <T> T run(Supplier<T> write) {
        return once(idempotency.key(), claim -> turns.take(() -> tried(() -> kept(claim, write.get()))));
    }

    /** What a request does in several steps, each in a transaction of its own. */
    public <T> T inSteps(Supplier<T> steps) {
        return once(idempotency.key(), claim -> {
            T answer = steps.get();
            return claim == null ? answer : tried(() -> kept(claim, answer));
        });
    }

    /** One of them: where a node died in between, those that were done are not done again. */
    public <T> T step(int number, Supplier<T> write) {
        IdempotencyKey key = idempotency.key();
        return once(
                key == null ? null : key.step(number),
                claim -> turns.take(() -> tried(() -> kept(claim, write.get()))));
    }

    private <T> T once(@Nullable IdempotencyKey key, Function<@Nullable UUID, T> act) {
        if (key == null) {
            return act.apply(null);
        }
        UUID claim = tried(() -> idempotency.claim(key));
        try {
            return act.apply(claim);
        } catch (RuntimeException e) {
            idempotency.release(claim);
            throw e;
        }
    }

    private <T> T kept(@Nullable UUID claim, T answer) {
        if (claim != null && answer != null) {
            idempotency.keep(claim, answer);
        }
        return answer;
    }

    private <T> T tried(Supplier<T> write) {
        disk.require();
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> flushed(write));
            } catch (RuntimeException e) {
                if (!isCollision(e)) {
                    throw e;
                }
                if (attempt == TRIES || System.nanoTime() - start > LONGEST.toNanos()) {
                    throw Problem.of(ProblemType.UNAVAILABLE, "Too many writes of the same thing are under way.")
                            .header(HttpHeaders.RETRY_AFTER, "1");
                }
            }
        }
    }

    /** A collision shows when the rows are written, and at the commit it would be hidden in another failure. */
    private static <T> T flushed(Supplier<T> write) {
        T result = write.get();
        Panache.getEntityManager().flush();
        return result;
    }

    /** What a write would answer; nothing of it stays. */
    public <T> T rehearse(Supplier<T> write) {
        disk.require();
        AtomicReference<T> result = new AtomicReference<>();
        return turns.take(() -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    result.set(write.get());
                    throw new Rehearsed();
                });
            } catch (Rehearsed undone) {
                // As it was to be.
            }
            return result.get();
        });
    }

    /** Makes a transaction roll back that went well. */
    private static final class Rehearsed extends RuntimeException {
        Rehearsed() {
            super(null, null, false, false);
        }
    }

    private static boolean isCollision(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof ConstraintViolationException
                        || cause instanceof LockAcquisitionException
                        || cause instanceof PessimisticLockException);
    }
}
