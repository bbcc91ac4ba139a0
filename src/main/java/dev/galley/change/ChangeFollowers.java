package dev.galley.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * Leads followers along the change log, each in a thread of its own. A commit on this node wakes them at once; what other
 * nodes commit they find by looking.
 */
@ApplicationScoped
public class ChangeFollowers {
    private static final Logger LOG = Logger.getLogger(ChangeFollowers.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(400);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    /** A failure says something until the next try has had time to fail. */
    private static final Duration LONGEST_FAILURE = Duration.ofSeconds(10);

    /** Enough that a follower works in bulk, few enough to be held in memory with their articles. */
    private static final int AT_ONCE = 100;

    private final Object news = new Object();
    private long committed;

    /** The last entry that was committed by this node; 0 where it has committed none since its start. */
    public long committedHere() {
        synchronized (news) {
            return committed;
        }
    }

    /** Until it is closed. */
    public Following follow(String name, ChangeFollower follower) {
        Following following = new Following(name, follower);
        following.thread.start();
        return following;
    }

    /** Something else than a commit gives them a reason to look. */
    public void wake() {
        synchronized (news) {
            news.notifyAll();
        }
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Change.Logged logged) {
        synchronized (news) {
            committed = Math.max(committed, logged.change().seq);
            news.notifyAll();
        }
    }

    /** One follower on its way. */
    public final class Following implements AutoCloseable {
        private final String name;
        private final ChangeFollower follower;
        private final Thread thread;
        private volatile boolean closed;

        /** When it looked and came to the end of the log, on the clock of {@link System#nanoTime}. */
        private volatile long atEnd = System.nanoTime();

        /** When it looked last and failed; 0 where it didn't. */
        private volatile long failedAt;

        private Following(String name, ChangeFollower follower) {
            this.name = name;
            this.follower = follower;
            this.thread = new Thread(this::run, name);
            thread.setDaemon(true);
        }

        /**
         * Whether it hasn't been at the end of the log for so long: it can't keep up, the database is out of reach, or
         * the process was suspended.
         */
        public boolean isBehindFor(Duration longest) {
            return System.nanoTime() - atEnd > longest.toNanos();
        }

        /**
         * Whether it knows of all that was committed until {@code longestBehind} ago, or knows that it can't know, for the
         * database is out of reach, for no longer than {@code longestCutOff}. One that was suspended is neither.
         */
        public boolean isCurrent(Duration longestBehind, Duration longestCutOff) {
            return !isBehindFor(longestBehind)
                    || (failedAt != 0
                            && System.nanoTime() - failedAt < LONGEST_FAILURE.toNanos()
                            && !isBehindFor(longestCutOff));
        }

        /** Waits for what it is at. */
        @Override
        public void close() {
            closed = true;
            wake();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            while (!closed) {
                long known = committedHere();
                try {
                    if (!step()) {
                        pause(LOOK_EVERY, known);
                    }
                } catch (RuntimeException e) {
                    failedAt = System.nanoTime();
                    if (!closed) {
                        LOG.errorf(e, "%s could not follow the change log; it tries again", name);
                        pause(PAUSE_AFTER_FAILURE, Long.MAX_VALUE);
                    }
                }
            }
        }

        /** Whether there may be more at once. */
        private boolean step() {
            OptionalLong position = follower.position();
            if (position.isEmpty()) {
                return false;
            }
            long looked = System.nanoTime();
            List<Change> changes =
                    QuarkusTransaction.requiringNew().call(() -> Change.after(position.getAsLong(), AT_ONCE));
            if (!changes.isEmpty()) {
                follower.handle(changes);
            }
            if (changes.size() < AT_ONCE) {
                atEnd = looked;
                failedAt = 0;
                follower.caughtUp();
            }
            return !changes.isEmpty();
        }

        /** Not where a commit came since {@code known} was. */
        private void pause(Duration longest, long known) {
            synchronized (news) {
                if (!closed && committed <= known) {
                    try {
                        news.wait(longest.toMillis());
                    } catch (InterruptedException e) {
                        closed = true;
                    }
                }
            }
        }
    }
}
