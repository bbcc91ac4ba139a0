package dev.galley.write;

import dev.galley.platform.DatabaseKind;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets writes to the embedded database run one after the other. Its row locks can't be relied on when several wait for
 * one: a locking read may then give the row as it was before the last commit, or never come back (seen with H2 2.4.240).
 * One process owns such a database, so a lock in the process is enough. PostgreSQL's hold, and there nobody waits here.
 */
@ApplicationScoped
class Turns {
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final ReentrantLock turn = new ReentrantLock(true);

    <T> T take(Supplier<T> write) {
        if (!DatabaseKind.isEmbedded()) {
            return write.get();
        }
        await();
        try {
            return write.get();
        } finally {
            turn.unlock();
        }
    }

    private void await() {
        try {
            if (!turn.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooMany();
        }
    }

    private static Problem tooMany() {
        return Problem.of(ProblemType.UNAVAILABLE, "Too many writes are under way.")
                .header(HttpHeaders.RETRY_AFTER, "1");
    }
}
