package dev.galley.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galley.change.Change;
import dev.galley.change.ChangeFollower;
import dev.galley.change.ChangeFollowers;
import dev.galley.change.ChangeFollowers.Following;
import dev.galley.platform.DatabaseKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers by what was asked, bounded by their bytes. What this node publishes makes stale what depends on it before the
 * publication is acknowledged; what other nodes publish it finds in the change log.
 */
@ApplicationScoped
class AnswerCache {
    /** No other node's publication may go unseen for longer; who can't tell asks the database. */
    private static final Duration LONGEST_BEHIND = Duration.ofSeconds(1);

    /** While the database is out of reach nobody publishes, and what is here goes on being served. */
    private static final Duration LONGEST_CUT_OFF = Duration.ofMinutes(10);

    /** An answer, what it depends on, and when somebody began to make it. */
    private record Entry(Answer answer, Set<String> dependencies, long since) {}

    /** One that takes a larger share would drive out too many others. */
    private static final int LARGEST_SHARE = 16;

    private final Cache<String, Entry> entries;
    private final long largest;
    private final boolean on;
    private final Freshness freshness;
    private final ChangeFollowers followers;

    /** Changes of this node, which needn't be handled again when they are met in the log. */
    private final Set<Long> handledHere = ConcurrentHashMap.newKeySet();

    private volatile long position;
    private @Nullable Following following;

    AnswerCache(DeliveryConfig config, ChangeFollowers followers, Clock clock) {
        long size = config.cacheSize().asLongValue();
        this.on = size > 0;
        this.largest = size / LARGEST_SHARE;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String key, Entry entry) ->
                        2 * key.length() + entry.answer().weight())
                .build();
        this.freshness = new Freshness(clock);
        this.followers = followers;
    }

    boolean isOn() {
        return on;
    }

    /** What is begun to be made now is worth keeping unless something changes in between. */
    long now() {
        return freshness.now();
    }

    /** What nothing is known to have changed of; where this node isn't {@link #isCurrent} something may have. */
    Optional<Answer> get(String key) {
        return Optional.ofNullable(entries.getIfPresent(key))
                .filter(found -> freshness.isFresh(found.since(), found.dependencies()))
                .map(Entry::answer);
    }

    void put(String key, Answer answer, Set<String> dependencies, long since) {
        if (answer.weight() <= largest
                && Dependencies.areKnown(dependencies)
                && freshness.isFresh(since, dependencies)) {
            entries.put(key, new Entry(answer, dependencies, since));
        }
    }

    Instant modified(Set<String> dependencies) {
        return freshness.modified(dependencies);
    }

    void start(@Observes @Priority(20) StartupEvent start) {
        if (on && !DatabaseKind.isEmbedded()) {
            position = QuarkusTransaction.requiringNew().call(Change::lastSeq);
            following = followers.follow("galley-delivery", new Follower());
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        if (following != null) {
            following.close();
        }
    }

    void begin(@Observes(during = TransactionPhase.IN_PROGRESS) Change.Logged logged) {
        freshness.changing(Dependencies.of(logged.change()));
    }

    /** Before the request that made the change is answered; where it was undone, or nobody knows, as well. */
    void end(@Observes(during = TransactionPhase.AFTER_COMPLETION) Change.Logged logged) {
        freshness.settled(Dependencies.of(logged.change()));
    }

    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Change.Logged logged) {
        if (following != null) {
            handledHere.add(logged.change().seq);
        }
    }

    /** Whoever is told of a change doesn't find here what was before it, though the follower may not have come so far. */
    void catchUp(@Observes Change.Told told) {
        if (following != null) {
            handle(told.changes());
        }
    }

    /** Alone on its database a node knows of every change. */
    boolean isCurrent() {
        return following == null || following.isCurrent(LONGEST_BEHIND, LONGEST_CUT_OFF);
    }

    /** Whether what is kept may be served where the database can't be asked. */
    boolean isOfUse() {
        return following == null || !following.isBehindFor(LONGEST_CUT_OFF);
    }

    private void handle(List<Change> changes) {
        changes.stream()
                .filter(change -> change.seq > position && !handledHere.contains(change.seq))
                .forEach(change -> freshness.changed(Dependencies.of(change)));
    }

    /** Behind the log by no more than it takes to look. */
    private final class Follower implements ChangeFollower {
        @Override
        public OptionalLong position() {
            return OptionalLong.of(position);
        }

        @Override
        public void handle(List<Change> changes) {
            AnswerCache.this.handle(changes);
            position = changes.get(changes.size() - 1).seq;
            handledHere.removeIf(seq -> seq <= position);
        }
    }
}
