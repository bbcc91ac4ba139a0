package dev.galley.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.galley.api.ApiTest;
import dev.galley.change.Audience;
import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import dev.galley.change.ChangedArticle;
import dev.galley.platform.DatabaseKind;
import dev.galley.platform.Ids;
import dev.galley.write.Writes;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers that are made while what they depend on changes. */
@ApiTest
class AnswerCacheTest {
    private final UUID article = Ids.next();
    private final Set<String> dependencies = Set.of(Dependencies.ofArticle(article));
    private final String key = "/v1/articles/" + article;

    @Inject
    AnswerCache cache;

    @Inject
    Event<Change.Told> told;

    @Inject
    Writes writes;

    @Inject
    Clock clock;

    private static Answer answer() {
        return new Answer(new byte[10], Map.of(), Map.of(), Instant.EPOCH);
    }

    private void change(UUID id) {
        writes.run(() -> {
            log(id);
            return id;
        });
    }

    private void log(UUID id) {
        Change.ofArticle(
                ChangeType.ARTICLE_UPDATED,
                new ChangedArticle(id, "some-" + id, "en", 1),
                Audience.NOBODY,
                clock.instant());
    }

    @Test
    void whatIsMadeWhileNothingElseHappensIsKept() {
        Answer answer = answer();
        cache.put(key, answer, dependencies, cache.now());
        assertSame(answer, cache.get(key).orElseThrow());
    }

    @Test
    void whatWasReadBeforeAChangeAndMadeAfterItIsNotKept() {
        long since = cache.now();
        change(article);
        cache.put(key, answer(), dependencies, since);
        assertEquals(Optional.empty(), cache.get(key));
    }

    @Test
    void whatWasKeptJustBeforeAChangeIsStaleAfterIt() {
        cache.put(key, answer(), dependencies, cache.now());
        change(article);
        assertEquals(Optional.empty(), cache.get(key));
    }

    /** Whoever hears of the commit first may ask before this node has heard of it. */
    @Test
    void nothingOfWhatIsAboutToChangeComesFromMemory() {
        cache.put(key, answer(), dependencies, cache.now());
        writes.run(() -> {
            log(article);
            assertEquals(Optional.empty(), cache.get(key));
            cache.put(key, answer(), dependencies, cache.now());
            return key;
        });
        assertEquals(Optional.empty(), cache.get(key));
    }

    @Test
    void whatIsUndoneMakesNothingChangeForEver() {
        assertThrows(
                IllegalStateException.class,
                () -> writes.run(() -> {
                    log(article);
                    throw new IllegalStateException("On second thoughts");
                }));
        cache.put(key, answer(), dependencies, cache.now());
        assertTrue(cache.get(key).isPresent());
    }

    /** Where another node made it, and the follower hasn't come so far. */
    @Test
    void whoIsToldOfAChangeFindsNothingOlder() {
        assumeFalse(DatabaseKind.isEmbedded());
        cache.put(key, answer(), dependencies, cache.now());
        Change change = new Change();
        change.seq = Long.MAX_VALUE;
        change.articleId = article;
        change.slug = "some-" + article;
        told.fire(new Change.Told(List.of(change)));
        assertEquals(Optional.empty(), cache.get(key));
    }

    @Test
    void whatAnotherArticleDoesIsNoneOfItsBusiness() {
        long since = cache.now();
        change(Ids.next());
        cache.put(key, answer(), dependencies, since);
        assertTrue(cache.get(key).isPresent());
    }

    @Test
    void aListDependsOnAll() {
        cache.put("/list", answer(), Set.of(Dependencies.LIST), cache.now());
        change(article);
        assertEquals(Optional.empty(), cache.get("/list"));
    }

    @Test
    void aTopicMayStandInAllOfThem() {
        cache.put(key, answer(), dependencies, cache.now());
        writes.run(() -> {
            Change.ofTaxonomy(ChangeType.TOPIC_UPDATED, "some-topic", clock.instant());
            return key;
        });
        assertEquals(Optional.empty(), cache.get(key));
    }

    @Test
    void whatDependsOnNothingKnownIsNotKept() {
        cache.put(key, answer(), Set.of(), cache.now());
        assertEquals(Optional.empty(), cache.get(key));
        cache.put(key, answer(), Set.of(Dependencies.LIST, "search"), cache.now());
        assertEquals(Optional.empty(), cache.get(key));
    }

    /** What changed is remembered of so many; beyond them everything has. */
    @Test
    void tooManyChangesMakeEverythingStale() {
        Freshness freshness = new Freshness(clock);
        long since = freshness.now();
        assertTrue(freshness.isFresh(since, Set.of("other")));
        for (int i = 0; i <= Freshness.MOST; i++) {
            freshness.changed(Set.of("article:" + i));
        }
        assertFalse(freshness.isFresh(since, Set.of("other")));
        assertTrue(freshness.isFresh(freshness.now(), Set.of("other")));
    }
}
