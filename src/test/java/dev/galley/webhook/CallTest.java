package dev.galley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.WebhookReceiver;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An attempt whose receiver takes its time. */
class CallTest {
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = VERTX.createHttpClient();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private static Outcome call(String url) {
        Message message = new Message(UUID.randomUUID(), URI.create(url), "{}", List.of(WebhookSecret.random()));
        Call call = new Call(message, VERTX, Clock.systemUTC(), LONGEST);
        call.begin(CLIENT, InetAddress.getLoopbackAddress());
        return call.outcome().join();
    }

    private static void wait(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noAnswerInTimeIsAFailure() {
        CountDownLatch end = new CountDownLatch(1);
        try (WebhookReceiver receiver = WebhookReceiver.thatDoes((exchange, nth) -> wait(end))) {
            Outcome outcome = call(receiver.url());
            end.countDown();
            assertEquals(Failure.TIMEOUT, outcome.failure());
            assertNull(outcome.status());
            assertTrue(outcome.took().compareTo(LONGEST) >= 0);
        }
    }

    /** Its receiver has the message: what it says after that is for the log. */
    @Test
    void anAnswerThatDoesNotEndCountsByItsStatus() {
        CountDownLatch end = new CountDownLatch(1);
        try (WebhookReceiver receiver = WebhookReceiver.thatDoes((exchange, nth) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("so far".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            wait(end);
        })) {
            Outcome outcome = call(receiver.url());
            end.countDown();
            assertNull(outcome.failure());
            assertEquals(200, outcome.status());
            assertEquals("so far", outcome.answer());
        }
    }
}
