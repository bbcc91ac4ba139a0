package dev.galley.search;

import dev.galley.change.Change;
import dev.galley.change.ChangeFollower;
import dev.galley.change.ChangeFollowers;
import dev.galley.job.Job;
import dev.galley.job.Jobs;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The index of this node. It opens the one that is there where that can be trusted, makes a new one beside serving where
 * it can't, and follows the change log. Without an index search alone is not available.
 */
@ApplicationScoped
public class SearchIndex {
    private static final Logger LOG = Logger.getLogger(SearchIndex.class);

    /** How long a search waits for what this node has just published. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** Beyond that what the index has may be too old to be shown: other nodes have published without this one hearing. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);
    private static final int RETRY_SECONDS = 5;

    private static final String JOB = "search-index";

    private final Generations generations;
    private final ChangeFollowers followers;
    private final Jobs jobs;
    private final IndexBuilder builder;
    private final ScheduledExecutorService aside =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "galley-search-builder"));
    private final Object changed = new Object();

    private volatile @Nullable Generation serving;
    private volatile Progress progress = Progress.OPENING;
    private volatile boolean stopping;

    /** What was committed before this node started, which it may have to catch up with. */
    private volatile long committedBefore;

    private volatile ChangeFollowers.@Nullable Following following;

    SearchIndex(Generations generations, IndexBuilder builder, ChangeFollowers followers, Jobs jobs) {
        this.generations = generations;
        this.builder = builder;
        this.followers = followers;
        this.jobs = jobs;
    }

    /** What is done with a state of the index. */
    interface Search<T> {
        T on(Snapshot snapshot) throws IOException;
    }

    /** Before the samples are published, so that they are found like everything that is published later. */
    void start(@Observes @Priority(10) StartupEvent start) {
        Optional<Stamp> nothing = generations.isEmpty() ? Reading.in(SearchIndex::ofNothing) : Optional.empty();
        aside.execute(() -> nothing.ifPresentOrElse(this::beginEmpty, this::open));
        following = followers.follow("galley-search", new Follower());
    }

    /** What an index of no articles begins with; empty where there are some. */
    private static Optional<Stamp> ofNothing() {
        return Articles.none() ? Optional.of(Stamp.beginning()) : Optional.empty();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        aside.shutdownNow();
        if (following != null) {
            following.close();
        }
        Generation last = serving;
        serving = null;
        if (last != null) {
            try {
                last.commit();
            } catch (IOException | AlreadyClosedException e) {
                LOG.warnf("The search index could not be saved (%s); it catches up at the next start", e);
            }
            Generations.close(last);
        }
    }

    /** With what this node has published so far, unless that takes too long. */
    <T> T search(Search<T> search) {
        await();
        if (isBehind()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "This node is catching up with what others have published.")
                    .header(HttpHeaders.RETRY_AFTER, "1");
        }
        for (int attempt = 1; ; attempt++) {
            Generation generation = serving;
            if (generation == null) {
                throw unavailable();
            }
            try {
                return on(generation, search);
            } catch (AlreadyClosedException e) {
                // A new one has just taken its place, or it was lost.
                if (attempt == 3) {
                    throw unavailable();
                }
            } catch (IOException e) {
                lose(generation, e);
                throw unavailable();
            }
        }
    }

    private static <T> T on(Generation generation, Search<T> search) throws IOException {
        IndexSearcher searcher = generation.acquire();
        try {
            return search.on(new Snapshot(generation, searcher));
        } finally {
            generation.release(searcher);
        }
    }

    Progress progress() {
        return progress;
    }

    /** The last change that searches see; empty without an index. */
    OptionalLong seq() {
        Generation generation = serving;
        return generation == null ? OptionalLong.empty() : OptionalLong.of(generation.visible());
    }

    /** The job that makes an index now. */
    Optional<UUID> runningJob() {
        Progress now = progress;
        return now.isBuilding() ? Optional.ofNullable(now.job()) : Optional.empty();
    }

    static UUID newJob(Instant now) {
        return Job.begin(JOB, now).id;
    }

    /** Makes a new index beside serving, as this job. */
    void rebuild(UUID job) {
        progress = Progress.building(job, 0, 0);
        aside.execute(() -> build(job));
    }

    private void await() {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        synchronized (changed) {
            long left = LONGEST_WAIT.toMillis();
            while (left > 0 && isWorthWaiting()) {
                try {
                    changed.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
        }
    }

    private boolean isWorthWaiting() {
        Generation generation = serving;
        return generation == null
                ? progress == Progress.OPENING
                : generation.visible() < Math.max(committedBefore, followers.committedHere()) || isBehind();
    }

    private boolean isBehind() {
        ChangeFollowers.Following now = following;
        return serving != null && now != null && now.isBehindFor(LONGEST_SILENCE);
    }

    private Problem unavailable() {
        Progress now = progress;
        String detail = "The search index is being made.";
        if (now == Progress.FAILED) {
            detail = "The search index could not be made; it is tried again, and the log says why.";
        } else if (now.isBuilding() && now.total() > 0) {
            detail = "The search index is being made: %d of %d articles are in it.".formatted(now.done(), now.total());
        }
        return Problem.of(ProblemType.UNAVAILABLE, detail)
                .header(HttpHeaders.RETRY_AFTER, now.isBuilding() && now.total() > 10_000 ? "10" : "2");
    }

    // Opening and making

    private void open() {
        try {
            Generation found = generations.openNewest();
            if (found == null) {
                build(null);
                return;
            }
            committedBefore = Reading.in(Change::lastSeq);
            serve(found);
            if (!found.stamp().isCurrent()) {
                LOG.info("The search index was made by another version; it is used until a new one is made");
                build(null);
            } else {
                progress = Progress.READY;
                generations.deleteAllBut(found);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void beginEmpty(Stamp beginning) {
        try {
            Generation empty = generations.create(beginning);
            empty.complete();
            serve(empty);
            progress = Progress.READY;
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void build(@Nullable UUID asked) {
        UUID job = asked;
        try {
            int total = Reading.in(Articles::count);
            if (job == null && total > 0) {
                job = jobs.begin(JOB);
            }
            progress = Progress.building(job, 0, total);
            Generation built = builder.build(job, total, this::tell);
            Generation before = serving;
            serve(built);
            if (before != null) {
                Generations.close(before);
            }
            generations.deleteAllBut(built);
            progress = Progress.READY;
            if (job != null) {
                jobs.done(job);
            }
        } catch (IOException | RuntimeException e) {
            if (job != null && !stopping) {
                fail(job, e);
            }
            failed(e);
        }
    }

    /** How far a new index is; it is given up where Galley stops. */
    private void tell(Progress now) {
        if (stopping) {
            throw new IllegalStateException("Galley stops");
        }
        progress = now;
    }

    private void serve(Generation generation) {
        serving = generation;
        tellWaiting();
        followers.wake();
    }

    private void tellWaiting() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    // What goes wrong

    /** Files that can't be read or written any more: another index is made. */
    private void lose(Generation generation, Exception reason) {
        synchronized (changed) {
            if (serving != generation) {
                return;
            }
            serving = null;
            progress = Progress.building(null, 0, 0);
        }
        LOG.warnf("The search index can't be used any more (%s); a new one is made", reason);
        aside.execute(() -> {
            Generations.close(generation);
            generations.delete(generation.path());
            build(null);
        });
    }

    private void failed(Exception reason) {
        if (stopping) {
            return;
        } else if (serving != null) {
            progress = Progress.READY;
            LOG.error("A new search index could not be made; the one that is there goes on", reason);
        } else {
            progress = Progress.FAILED;
            tellWaiting();
            LOG.errorf(reason, "The search index could not be made; it is tried again in %d s", RETRY_SECONDS);
            aside.schedule(this::open, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void fail(UUID job, Exception reason) {
        try {
            jobs.failed(job, "The index could not be made; the log says why.");
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Keeps the index that is served in step. */
    private final class Follower implements ChangeFollower {
        private final Every commit = new Every(COMMIT_EVERY);

        @Override
        public OptionalLong position() {
            Generation generation = serving;
            return generation == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(generation.stamp().seq());
        }

        @Override
        public void handle(List<Change> changes) {
            Generation generation = serving;
            if (generation == null || generation.stamp().seq() != changes.get(0).seq - 1) {
                // Another one took its place meanwhile, and stands elsewhere.
                return;
            }
            try {
                Reading.in(() -> generation.apply(changes));
                generation.refresh();
                commitNowAndThen(generation);
            } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
                lose(generation, e);
            }
            tellWaiting();
        }

        @Override
        public void caughtUp() {
            Generation generation = serving;
            if (generation != null) {
                try {
                    commitNowAndThen(generation);
                } catch (IOException | AlreadyClosedException e) {
                    lose(generation, e);
                }
            }
            tellWaiting();
        }

        private void commitNowAndThen(Generation generation) throws IOException {
            if (commit.isDue()) {
                generation.commit();
            }
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
