package dev.galley.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The end of the change log in memory, for those who wait for what comes next: thousands of them hold no thread. */
@ApplicationScoped
class RecentChanges {
    private static final int MOST = 1_000;

    private final ChangeFollowers followers;
    private final Event<Change.Told> told;
    private final Deque<Entry> kept = new ArrayDeque<>();
    private final Set<Waiting> waiting = new HashSet<>();

    /** The last entry that was seen; what is kept ends with it. */
    private long position;

    private boolean ending;
    private ChangeFollowers.@Nullable Following following;

    RecentChanges(ChangeFollowers followers, Event<Change.Told> told) {
        this.followers = followers;
        this.told = told;
    }

    private record Entry(ChangeView change, @Nullable Audience audience) {
        static Entry of(Change change) {
            return new Entry(ChangeView.of(change), change.audience());
        }

        long seq() {
            return change.seq();
        }
    }

    /** One that waits for the first entry that it follows. */
    private record Waiting(Followed followed, long since, int limit, UniEmitter<? super ChangePage> answer) {
        ChangePage nothing() {
            return new ChangePage(List.of(), since);
        }
    }

    void start(@Observes StartupEvent start) {
        position = QuarkusTransaction.requiringNew().call(Change::lastSeq);
        following = followers.follow("galley-changes", new Follower());
    }

    /** Who waits is answered, so that nobody is cut off: a client comes back to another node. */
    void end(@Observes ShutdownDelayInitiatedEvent soon) {
        List<Waiting> last;
        synchronized (this) {
            ending = true;
            last = List.copyOf(waiting);
            waiting.clear();
        }
        last.forEach(one -> one.answer.complete(one.nothing()));
    }

    void stop(@Observes ShutdownEvent now) {
        end(new ShutdownDelayInitiatedEvent());
        if (following != null) {
            following.close();
        }
    }

    synchronized boolean isEnding() {
        return ending;
    }

    /** Whether all that came behind an entry is here. */
    synchronized boolean reachBackTo(long since) {
        Entry first = kept.peekFirst();
        return since >= (first == null ? position : first.seq() - 1);
    }

    /**
     * At once where there are some, else when the first one comes; an empty page after {@code longest}, or where what is
     * here doesn't reach back so far.
     */
    Uni<ChangePage> next(Followed followed, long since, int limit, Duration longest) {
        return Uni.createFrom()
                .<ChangePage>emitter(answer -> wait(new Waiting(followed, since, limit, answer)))
                .ifNoItem()
                .after(longest)
                .recoverWithItem(() -> new ChangePage(List.of(), Math.max(since, position())));
    }

    private synchronized long position() {
        return position;
    }

    private void wait(Waiting one) {
        Optional<ChangePage> page;
        synchronized (this) {
            page = ending || !reachBackTo(one.since) ? Optional.of(one.nothing()) : page(one, kept);
            if (page.isEmpty()) {
                waiting.add(one);
                one.answer.onTermination(() -> forget(one));
            }
        }
        page.ifPresent(one.answer::complete);
    }

    private synchronized void forget(Waiting one) {
        waiting.remove(one);
    }

    private void add(List<Entry> entries) {
        List<Runnable> answers = new ArrayList<>();
        synchronized (this) {
            kept.addAll(entries);
            position = kept.getLast().seq();
            while (kept.size() > MOST) {
                kept.removeFirst();
            }
            waiting.removeIf(one -> {
                Optional<ChangePage> page = page(one, entries);
                page.ifPresent(found -> answers.add(() -> one.answer.complete(found)));
                return page.isPresent();
            });
        }
        answers.forEach(Runnable::run);
    }

    /** What of the entries is for one who waits; empty where it is nothing. */
    private Optional<ChangePage> page(Waiting one, Collection<Entry> entries) {
        List<ChangeView> data = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.seq() > one.since && one.followed.includes(entry.audience)) {
                data.add(entry.change);
                if (data.size() == one.limit) {
                    return Optional.of(new ChangePage(data, entry.seq()));
                }
            }
        }
        return data.isEmpty() ? Optional.empty() : Optional.of(new ChangePage(data, position));
    }

    /** Sees every entry with its topics. */
    private final class Follower implements ChangeFollower {
        @Override
        public OptionalLong position() {
            return OptionalLong.of(RecentChanges.this.position());
        }

        @Override
        public void handle(List<Change> changes) {
            long first = changes.get(0).seq;
            long last = changes.get(changes.size() - 1).seq;
            told.fire(new Change.Told(changes));
            add(QuarkusTransaction.requiringNew().call(() -> Change.between(first - 1, last).stream()
                    .map(Entry::of)
                    .toList()));
        }
    }
}
