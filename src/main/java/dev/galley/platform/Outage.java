package dev.galley.platform;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A failure of what Galley stands on that passes without Galley: the database can't be reached, is too busy or has no
 * space left. Whether a write that it hit was committed, nobody can tell; sent again with its Idempotency-Key, it is done
 * once.
 */
final class Outage {
    private static final int DEEPEST_CAUSE = 20;

    /** Of SQLSTATE: no connection, no resources, an operator's hand, the system. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /**
     * A lock or a forgotten transaction that took too long; H2's files can't be written, are closed since then, or are
     * being opened again.
     */
    private static final Set<String> STATES =
            Set.of("55P03", "25P03", "HYT00", "90007", "90020", "90028", "90031", "90067", "90098");

    private Outage() {}

    /** The answer, where the cause of a failure is one. */
    static Optional<Problem> behind(@Nullable Throwable failure) {
        List<Throwable> causes = causes(failure).toList();
        return causes.stream().anyMatch(Outage::isOne) || isFullDisk(causes)
                ? Optional.of(Problem.of(
                                ProblemType.UNAVAILABLE, "The database can't be reached or is too busy at the moment.")
                        .header(HttpHeaders.RETRY_AFTER, "2"))
                : Optional.empty();
    }

    /** With those behind it. */
    static Stream<Throwable> causes(@Nullable Throwable failure) {
        return causes(failure, DEEPEST_CAUSE);
    }

    /** What a commit failed of is among what was suppressed. */
    private static Stream<Throwable> causes(@Nullable Throwable failure, int deepest) {
        return failure == null || deepest == 0
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(failure),
                        Stream.concat(Stream.of(failure.getSuppressed()), Stream.ofNullable(failure.getCause()))
                                .flatMap(cause -> causes(cause, deepest - 1)));
    }

    /** H2 calls it a general error. */
    private static boolean isFullDisk(List<Throwable> causes) {
        return causes.stream().anyMatch(SQLException.class::isInstance)
                && causes.stream().anyMatch(IOException.class::isInstance);
    }

    private static boolean isOne(Throwable cause) {
        if (!(cause instanceof SQLException failure)) {
            return false;
        }
        String state = failure.getSQLState();
        // The pool's own refusals have none.
        return state == null || STATES.contains(state) || CLASSES.contains(state.substring(0, 2));
    }
}
