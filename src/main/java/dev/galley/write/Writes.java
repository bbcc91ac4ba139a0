package dev.galley.write;

import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;

/**
 * Runs a write in a transaction of its own, and again where another one got in its way: two that make the same topic or
 * slug at once, or that wait for each other. The second time it sees what the other did, and decides by that.
 */
@ApplicationScoped
public class Writes {
    /** Of a dozen that want the same slug at once, each try lets at least one through. */
    private static final int TRIES = 25;

    public <T> T run(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> flushed(write));
            } catch (RuntimeException e) {
                if (!isCollision(e)) {
                    throw e;
                }
                if (attempt == TRIES) {
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
        QuarkusTransaction.begin();
        try {
            return write.get();
        } finally {
            QuarkusTransaction.rollback();
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
