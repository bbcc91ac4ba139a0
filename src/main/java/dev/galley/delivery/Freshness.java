package dev.galley.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What has changed when, as far as this node has seen, in ticks of its own: each change is one. An answer is fresh while
 * nothing that it depends on has changed since the tick at which somebody began to make it. So one that is made while
 * the change happens is stale before it is kept. And nothing is fresh while what it depends on is about to change: who
 * hears of a commit first may ask before this node has been told that it is done.
 */
final class Freshness {
    /** Beyond that many all are forgotten at once, and everything counts as changed. */
    static final int MOST = 20_000;

    /** Longer than another node may take to see the same change: none says "not modified" of what others still show. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** When something changed. */
    record Moment(long tick, Instant at) {}

    private final Clock clock;
    private final AtomicLong ticks = new AtomicLong();
    private final ConcurrentMap<String, Moment> changed = new ConcurrentHashMap<>();
    private volatile Moment everything;

    /** How many transactions are about to change it. */
    private final ConcurrentMap<String, Integer> changing = new ConcurrentHashMap<>();

    Freshness(Clock clock) {
        this.clock = clock;
        this.everything = moment();
    }

    long now() {
        return ticks.get();
    }

    /** Until they have {@link #settled}. */
    void changing(Collection<String> dependencies) {
        dependencies.forEach(dependency -> changing.merge(dependency, 1, Integer::sum));
    }

    /** They may have changed, and won't by this transaction any more. */
    void settled(Collection<String> dependencies) {
        changed(dependencies);
        dependencies.forEach(
                dependency -> changing.computeIfPresent(dependency, (key, count) -> count == 1 ? null : count - 1));
    }

    synchronized void changed(Collection<String> dependencies) {
        if (dependencies.contains(Dependencies.EVERYTHING)) {
            everythingChanged();
            return;
        }
        Moment now = moment();
        dependencies.forEach(dependency -> changed.merge(dependency, now, Freshness::later));
        if (changed.size() > MOST) {
            everythingChanged();
        }
    }

    private void everythingChanged() {
        everything = moment();
        changed.values().removeIf(moment -> moment.tick() < everything.tick());
    }

    boolean isFresh(long since, Collection<String> dependencies) {
        return !areChanging(dependencies) && lastChange(dependencies).tick() <= since;
    }

    /** From then on it may be said that what depends on them isn't modified; in whole seconds. */
    Instant modified(Collection<String> dependencies) {
        return lastChange(dependencies)
                .at()
                .plus(MARGIN)
                .plusSeconds(1)
                .minusNanos(1)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean areChanging(Collection<String> dependencies) {
        return !changing.isEmpty()
                && (changing.containsKey(Dependencies.EVERYTHING)
                        || dependencies.stream().anyMatch(changing::containsKey));
    }

    private Moment lastChange(Collection<String> dependencies) {
        Moment last = everything;
        for (String dependency : dependencies) {
            Moment change = changed.get(dependency);
            if (change != null) {
                last = later(last, change);
            }
        }
        return last;
    }

    private Moment moment() {
        return new Moment(ticks.incrementAndGet(), clock.instant());
    }

    private static Moment later(Moment a, Moment b) {
        return a.tick() > b.tick() ? a : b;
    }
}
