package dev.galley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.api.ApiTest;
import dev.galley.change.Audience;
import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import dev.galley.change.ChangedArticle;
import dev.galley.platform.Ids;
import dev.galley.write.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox and those who empty it, of which a node is one; it leaves paused webhooks alone, as those here are. */
@ApiTest
class ClaimsTest {
    private static final Duration TOOK = Duration.ofMillis(7);

    private final String topic = "t" + UUID.randomUUID();
    private UUID webhook;

    @Inject
    Claims claims;

    @Inject
    DeliverySweep sweep;

    @Inject
    Writes writes;

    @Inject
    Clock clock;

    @BeforeEach
    void make() {
        webhook = writes.run(() -> Webhook.create(
                        new WebhookInput("https://192.0.2.1/", null, null, List.of(topic), null, true),
                        "admin",
                        clock.instant())
                .id);
    }

    @AfterEach
    void noneIsLeft() {
        writes.run(() -> Webhook.deleteById(webhook));
    }

    private UUID change(Instant at) {
        UUID article = Ids.next();
        writes.run(() -> {
            change(article, at);
            return article;
        });
        return article;
    }

    private void change(UUID article, Instant at) {
        Change.ofArticle(
                ChangeType.ARTICLE_UPDATED,
                new ChangedArticle(article, "some-article", "en", 1),
                Audience.of(Stream.of(topic), Stream.of("en")),
                at);
    }

    private List<Delivery> deliveries() {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.list("webhookId = ?1 order by seq", webhook));
    }

    private Delivery only() {
        List<Delivery> deliveries = deliveries();
        assertEquals(1, deliveries.size());
        return deliveries.get(0);
    }

    private long attempts(Delivery delivery) {
        return QuarkusTransaction.requiringNew().call(() -> Attempt.count("deliveryId", delivery.id));
    }

    private Outcome answered(int status) {
        return Outcome.answered(clock.instant(), TOOK, status, "", null);
    }

    @Test
    void aMessageIsThereIfAndOnlyIfTheChangeIs() {
        change(clock.instant());
        long seq = only().seq;
        assertThrows(
                IllegalStateException.class,
                () -> writes.run(() -> {
                    change(Ids.next(), clock.instant());
                    assertEquals(2, Delivery.count("webhookId", webhook));
                    throw new IllegalStateException("and then it fails");
                }));
        assertEquals(seq, only().seq);
        change(clock.instant());
        assertEquals(seq + 1, deliveries().get(1).seq);
    }

    @Test
    void whatOneHasClaimedNobodyElseGets() {
        change(clock.instant());
        Instant now = clock.instant();
        assertEquals(1, claims.take(webhook, 8, now).size());
        assertEquals(List.of(), claims.take(webhook, 8, now));
        assertEquals(List.of(), claims.take(webhook, 8, now.plus(Claims.LONGEST).minusMillis(1)));
    }

    @Test
    void ofManyWhoWantItOneGetsIt() throws Exception {
        for (int i = 0; i < 10; i++) {
            change(clock.instant());
        }
        Instant now = clock.instant();
        List<java.util.concurrent.CompletableFuture<List<Claim>>> takers = Stream.generate(
                        () -> java.util.concurrent.CompletableFuture.supplyAsync(() -> claims.take(webhook, 10, now)))
                .limit(4)
                .toList();
        List<UUID> claimed = takers.stream()
                .flatMap(taker -> taker.join().stream())
                .map(claim -> claim.message().id())
                .toList();
        assertEquals(10, claimed.size());
        assertEquals(10, claimed.stream().distinct().count());
    }

    @Test
    void anExpiredClaimIsTakenOverAndItsLateOutcomeChangesNothing() {
        change(clock.instant());
        Instant now = clock.instant();
        Claim suspended = claims.take(webhook, 8, now).get(0);
        Claim next = claims.take(webhook, 8, now.plus(Claims.LONGEST)).get(0);
        assertEquals(suspended.message().id(), next.message().id());
        assertTrue(next.fence() > suspended.fence());

        assertFalse(claims.settle(suspended, answered(200)));
        assertEquals(DeliveryState.PENDING, only().state);
        assertEquals(next.until(), only().claimedUntil);

        assertTrue(claims.settle(next, answered(500)));
        Delivery failed = only();
        assertEquals(DeliveryState.PENDING, failed.state);
        assertEquals(1, failed.failures);
        assertEquals(500, failed.lastStatus);
        assertNull(failed.claimedUntil);
        assertEquals(2, attempts(failed), "both were made, and are in the log");
    }

    @Test
    void afterTheSecondHasDeliveredTheFirstCannotFailIt() {
        change(clock.instant());
        Instant now = clock.instant();
        Claim suspended = claims.take(webhook, 8, now).get(0);
        Claim next = claims.take(webhook, 8, now.plus(Claims.LONGEST)).get(0);
        assertTrue(claims.settle(next, answered(204)));
        assertFalse(claims.settle(suspended, answered(410)));
        assertEquals(DeliveryState.DELIVERED, only().state);
        assertEquals(204, only().lastStatus);
    }

    @Test
    void ofOneArticleTheFirstAloneIsTaken() {
        UUID article = change(clock.instant());
        writes.run(() -> {
            change(article, clock.instant());
            return article;
        });
        UUID other = change(clock.instant());
        List<Claim> taken = claims.take(webhook, 8, clock.instant());
        assertEquals(2, taken.size());
        assertTrue(taken.get(0).message().body().contains(article.toString()));
        assertTrue(taken.get(1).message().body().contains(other.toString()));
        assertEquals(List.of(), claims.take(webhook, 8, clock.instant()));
        claims.settle(taken.get(0), answered(200));
        assertEquals(1, claims.take(webhook, 8, clock.instant()).size());
    }

    @Test
    void whatABackupBringsBackIsDiscarded() {
        change(Instant.parse("2001-01-01T00:00:00Z"));
        change(Instant.parse("2001-01-02T00:00:00Z"));
        Claim claim = claims.take(webhook, 1, clock.instant()).get(0);
        claims.discardChangedBefore(Instant.parse("2001-01-02T00:00:00Z"));
        assertEquals(
                List.of(DeliveryState.DISCARDED, DeliveryState.PENDING),
                deliveries().stream().map(delivery -> delivery.state).toList());
        assertFalse(claims.settle(claim, answered(500)));
        assertEquals(DeliveryState.DISCARDED, deliveries().get(0).state);
    }

    @Test
    void whatIsDoneForLongIsForgottenAndWhatWaitedForLongIsGivenUp() {
        change(clock.instant());
        claims.settle(claims.take(webhook, 8, clock.instant()).get(0), answered(200));
        change(clock.instant());
        writes.run(() -> Delivery.update(
                "finishedAt = ?1 where webhookId = ?2 and state = DELIVERED",
                clock.instant().minus(Duration.ofDays(31)),
                webhook));
        writes.run(() -> Delivery.update(
                "createdAt = ?1 where webhookId = ?2 and state = PENDING",
                clock.instant().minus(Duration.ofDays(31)),
                webhook));
        sweep.sweep(clock.instant());
        assertEquals(DeliveryState.DISCARDED, only().state);
        sweep.sweep(clock.instant());
        assertEquals(DeliveryState.DISCARDED, only().state);
    }
}
