package dev.galley.change;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The change log as somebody follows it: what is there from the database, what comes next from memory. */
@ApplicationScoped
class ChangeFeed {
    /** How far the database looks at once for what a filter lets through. */
    private static final int WINDOW = 5_000;

    private static final int AT_ONCE = 100;

    private final RecentChanges recent;
    private final Event<Change.Told> told;

    ChangeFeed(RecentChanges recent, Event<Change.Told> told) {
        this.recent = recent;
        this.told = told;
    }

    /** The number of the last entry; what comes behind it is new. */
    long end() {
        return QuarkusTransaction.requiringNew().call(Change::lastSeq);
    }

    /** A client that has come further than the log has one of another database, or of one that was put back. */
    void refuseBeyondEnd(String parameter, long since) {
        long end = end();
        if (since > end) {
            throw Problem.parameter(
                    parameter,
                    InputError.INVALID,
                    "The change log ends at " + end + ". Where it was longer before, the database was restored:"
                            + " start again from 0.");
        }
    }

    /** Those behind {@code since}; where there are none, the next ones, if they come within {@code wait}. */
    Uni<ChangePage> page(Followed followed, long since, int limit, Duration wait) {
        ChangePage page = read(followed, since, limit);
        return page.data().isEmpty() && !wait.isZero()
                ? recent.next(followed, page.next(), limit, wait)
                : Uni.createFrom().item(page);
    }

    /** All behind {@code since}, without an end; an empty page where nothing came for as long as {@code silence}. */
    Multi<ChangePage> pages(Followed followed, long since, Duration silence) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(since), position -> next(followed, position.get(), silence)
                        .invoke(page -> position.set(page.next())))
                .whilst(page -> !recent.isEnding());
    }

    private Uni<ChangePage> next(Followed followed, long since, Duration silence) {
        return recent.reachBackTo(since)
                ? recent.next(followed, since, AT_ONCE, silence)
                : Uni.createFrom()
                        .item(() -> read(followed, since, AT_ONCE))
                        .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private ChangePage read(Followed followed, long since, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Numbers grow in commit order: what is up to the last one is all there.
            long end = Change.lastSeq();
            List<Change> found = new ArrayList<>();
            for (long from = since; from < end && found.size() < limit; from += WINDOW) {
                found.addAll(Change.followed(followed, from, Math.min(from + WINDOW, end), limit - found.size()));
            }
            told.fire(new Change.Told(found));
            return new ChangePage(
                    found.stream().map(ChangeView::of).toList(),
                    found.size() < limit ? Math.max(since, end) : found.get(limit - 1).seq);
        });
    }
}
