package dev.galley.api;

import static dev.galley.WebhookReceiver.answering;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.MERGE_PATCH;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.unpublish;
import static dev.galley.api.Webhooks.input;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.WebhookReceiver;
import dev.galley.WebhookReceiver.Answer;
import dev.galley.WebhookReceiver.Received;
import dev.galley.api.Editor.Draft;
import dev.galley.api.Webhooks.Webhook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes on their way to those who want to be told: in the tests three tries follow the first, soon after it. */
@ApiTest
class WebhookDeliveryTest {
    private final String topic = word();
    private final List<Webhook> webhooks = new ArrayList<>();
    private final List<WebhookReceiver> receivers = new ArrayList<>();

    private WebhookReceiver receiver(Answer answer) {
        WebhookReceiver receiver = WebhookReceiver.thatDoes(answer);
        receivers.add(receiver);
        return receiver;
    }

    private Webhook webhook(JsonNode input) {
        Webhook webhook = Webhooks.make(input);
        webhooks.add(webhook);
        return webhook;
    }

    private Webhook webhook(WebhookReceiver receiver) {
        return webhook(input(receiver.url(), topic));
    }

    private Draft article() {
        return published(Documents.withTopics(topic));
    }

    private static Draft again(Draft draft) {
        return publish(patched(Editor.read(draft), "{\"summary\": \"" + word() + "\"}"));
    }

    @AfterEach
    void noneIsLeft() {
        webhooks.forEach(webhook -> editor().delete(webhook.url()));
        receivers.forEach(WebhookReceiver::close);
    }

    @Test
    void aReceiverIsToldSigned() {
        WebhookReceiver receiver = receiver(answering(204));
        Webhook webhook = webhook(receiver);
        Draft draft = article();
        await().until(() -> receiver.received().size() == 1);
        Received received = receiver.last();
        assertEquals("/hook?from=galley", received.path());
        assertEquals("application/json", received.headers().getFirst("content-type"));
        assertEquals("localhost:" + receiver.port(), received.headers().getFirst("host"));
        assertTrue(received.isSignedWith(webhook.secret()));
        assertFalse(received.isSignedWith("whsec_" + "A".repeat(43) + "="));
        assertFalse(received.isSignedWith(webhook.secret(), received.body() + " "));

        JsonNode message = received.json();
        assertEquals(List.of("type", "timestamp", "data"), Documents.keys(message));
        assertEquals("article.published", message.path("type").asText());
        assertEquals(List.of("seq", "article"), Documents.keys(message.path("data")));
        assertEquals(List.of("id", "slug", "locale", "version"), Documents.keys(message.at("/data/article")));
        assertEquals(draft.id(), message.at("/data/article/id").asText());
        assertEquals(draft.slug(), message.at("/data/article/slug").asText());

        await().until(() -> webhook.states().equals(List.of("delivered")));
        JsonNode delivery = webhook.newest();
        assertEquals(received.id(), delivery.path("id").asText());
        assertEquals(message, delivery.path("payload"));
        assertEquals("article:" + draft.id(), delivery.path("subject").asText());
        assertTrue(delivery.path("nextAttemptAt").isNull());
        assertTrue(delivery.path("finishedAt").isTextual());
        assertEquals(1, delivery.path("attempts").size());
        JsonNode attempt = delivery.at("/attempts/0");
        assertEquals(List.of("at", "status", "milliseconds", "error", "detail", "answer"), Documents.keys(attempt));
        assertEquals(204, attempt.path("status").asInt());
        assertTrue(attempt.path("error").isNull());
    }

    @Test
    void itHearsOfEachChangeInOrder() {
        WebhookReceiver receiver = receiver(answering(200));
        Webhook webhook = webhook(receiver);
        Draft draft = article();
        for (int i = 0; i < 5; i++) {
            again(draft);
        }
        unpublish(draft);
        await().until(() -> receiver.received().size() == 7);
        List<String> types = receiver.received().stream()
                .map(received -> received.json().path("type").asText())
                .toList();
        assertEquals("article.published", types.get(0));
        assertEquals("article.unpublished", types.get(6));
        assertSorted(receiver.received().stream().map(Received::seq).toList());
        await().until(() -> webhook.states().stream().allMatch("delivered"::equals));
    }

    @Test
    void anArticlesNextMessageWaitsForTheOneBefore() {
        WebhookReceiver receiver =
                receiver((exchange, nth) -> answering(nth <= 3 ? 500 : 200).give(exchange, nth));
        webhook(receiver);
        Draft draft = article();
        again(draft);
        again(draft);
        await().until(() -> receiver.received().size() == 6);
        List<String> ids = receiver.received().stream().map(Received::id).toList();
        assertEquals(1, Set.copyOf(ids.subList(0, 4)).size(), ids.toString());
        assertEquals(3, Set.copyOf(ids).size(), ids.toString());
        assertSorted(receiver.received().stream().map(Received::seq).toList());
    }

    @Test
    void articlesDoNotWaitForEachOther() {
        String failing = word();
        WebhookReceiver receiver = receiver((exchange, nth) ->
                (nth == 1 ? answering(503, "Retry-After", "3600") : answering(200)).give(exchange, nth));
        Webhook webhook = webhook(input(receiver.url(), topic, failing));
        published(Documents.withTopics(failing));
        await().until(() -> receiver.received().size() == 1);
        for (int i = 0; i < 10; i++) {
            article();
        }
        await().until(() -> receiver.received().size() == 11);
        await().until(() -> webhook.deliveries("&state=delivered").size() == 10);
        assertEquals(1, webhook.deliveries("&state=pending").size());
    }

    @Test
    void aReceiverThatHangsDelaysNobodyElse() {
        CountDownLatch end = new CountDownLatch(1);
        WebhookReceiver hanging = receiver((exchange, nth) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        WebhookReceiver other = receiver(answering(200));
        Webhook stuck = webhook(hanging);
        webhook(other);
        int articles = 12;
        for (int i = 0; i < articles; i++) {
            article();
        }
        await().until(() -> other.received().size() == articles);
        assertEquals(8, hanging.received().size(), "under way at once");
        hanging.answers(answering(200));
        // They are given up after 3 seconds, and come again.
        await().atMost(Duration.ofSeconds(40))
                .until(() -> stuck.deliveries("&state=delivered").size() == articles);
        end.countDown();
        JsonNode first = stuck.delivery(hanging.received().get(0).id());
        assertEquals("timeout", first.at("/attempts/1/error").asText());
        assertTrue(first.at("/attempts/1/milliseconds").asLong() >= 3_000);
        assertTrue(first.at("/attempts/1/milliseconds").asLong() < 6_000);
    }

    @Test
    void onlyWhatItsFiltersLetThroughComes() {
        String other = word();
        WebhookReceiver receiver = receiver(answering(200));
        webhook(input(receiver.url(), topic)
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "types",
                        json("{'t': ['article.published', 'topic.updated']}").path("t"))
                .set("locales", json("{'l': ['fr', 'de-CH']}").path("l")));
        article();
        published(Documents.withTopics(other).put("locale", "fr"));
        Draft told = published(Documents.withTopics(topic).put("locale", "fr"));
        again(told);
        editor(MERGE_PATCH, "{\"name\": \"Other\"}")
                .patch("/v1/editorial/topics/" + other)
                .then()
                .statusCode(200);
        Draft last = published(Documents.withTopics(topic).put("locale", "de-CH"));
        await().until(() -> receiver.received().size() == 3);
        assertEquals(
                Set.of("article:" + told.id(), "topic:" + other, "article:" + last.id()),
                receiver.received().stream()
                        .map(Received::json)
                        .map(message -> message.path("data").has("topic")
                                ? "topic:" + message.at("/data/topic/slug").asText()
                                : "article:" + message.at("/data/article/id").asText())
                        .collect(Collectors.toSet()));
    }

    @Test
    void whoFollowsATopicHearsThatAnArticleLeavesIt() {
        WebhookReceiver receiver = receiver(answering(200));
        webhook(receiver);
        Draft draft = article();
        publish(patched(Editor.read(draft), "{\"topics\": []}"));
        await().until(() -> receiver.received().size() == 2);
        again(draft);
        unpublish(draft);
        publish(patched(Editor.read(draft), "{\"topics\": [\"" + topic + "\"]}"));
        await().until(() -> receiver.received().size() == 3);
        assertEquals(
                List.of("article.published", "article.updated", "article.published"),
                receiver.received().stream()
                        .map(received -> received.json().path("type").asText())
                        .toList());
    }

    @Test
    void authorsComeToo() {
        String author = word();
        WebhookReceiver receiver = receiver(answering(200));
        Webhook webhook = webhook(input(receiver.url(), topic)
                .set("types", json("{'t': ['author.updated']}").path("t")));
        published(Documents.withAuthors(author));
        editor(MERGE_PATCH, "{\"name\": \"Told\"}")
                .patch("/v1/editorial/authors/" + author)
                .then()
                .statusCode(200);
        await().until(() -> receiver.received().size() == 1);
        assertEquals(author, receiver.last().json().at("/data/author/slug").asText());
        await().until(() -> webhook.states().equals(List.of("delivered")));
        assertEquals("author:" + author, webhook.newest().path("subject").asText());
    }

    @Test
    void whatFailsComesAgainUntilItIsDead() {
        WebhookReceiver receiver = receiver((exchange, nth) -> {
            byte[] why = ("try " + nth).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, why.length);
            exchange.getResponseBody().write(why);
        });
        Webhook webhook = webhook(receiver);
        Draft draft = article();
        again(draft);
        await().until(() -> webhook.deliveries("&state=dead").size() == 2);
        assertEquals(8, receiver.received().size());
        assertEquals(
                2, receiver.received().stream().map(Received::id).distinct().count());
        assertEquals(
                4,
                IntStream.range(0, 4)
                        .filter(i -> receiver.received().get(i).isSignedWith(webhook.secret()))
                        .count());
        JsonNode dead = webhook.delivery(receiver.received().get(0).id());
        assertEquals(4, dead.path("failures").asInt());
        assertEquals(500, dead.path("lastStatus").asInt());
        assertEquals("rejected", dead.path("lastError").asText());
        assertEquals(4, dead.path("attempts").size());
        assertEquals("try 4", dead.at("/attempts/0/answer").asText());
        assertEquals("try 1", dead.at("/attempts/3/answer").asText());
        assertFalse(dead.at("/attempts/0/detail").asText().isEmpty());
    }

    @Test
    void theDeadAreSentAgainOnRequest() {
        WebhookReceiver receiver = receiver(answering(404));
        Webhook webhook = webhook(receiver);
        article();
        await().until(() -> webhook.states().equals(List.of("dead")));
        String id = webhook.newest().path("id").asText();
        receiver.answers(answering(200));
        webhook.redeliver(id)
                .then()
                .statusCode(200)
                .body("state", is("pending"))
                .body("failures", is(0));
        await().until(() -> webhook.states().equals(List.of("delivered")));
        assertEquals(id, receiver.last().id());
        assertEquals(5, webhook.newest().path("attempts").size());
        assertEquals(0, webhook.newest().path("failures").asInt());
        webhook.redeliver(id).then().statusCode(200);
        await().until(() -> receiver.received().size() == 6);
        assertEquals(receiver.received().get(0).body(), receiver.last().body());
    }

    @Test
    void aDeliveryBelongsToItsWebhook() {
        WebhookReceiver receiver = receiver(answering(200));
        Webhook webhook = webhook(receiver);
        Webhook other = webhook(input(receiver.url(), word()));
        article();
        await().until(() -> webhook.states().equals(List.of("delivered")));
        String id = webhook.newest().path("id").asText();
        editor().get(other.url() + "/deliveries/" + id).then().statusCode(404);
        other.redeliver(id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aReceiverIsLeftAloneAsLongAsItAsks(int status) {
        WebhookReceiver receiver = receiver(answering(status, "Retry-After", "3600"));
        Webhook webhook = webhook(receiver);
        article();
        await().until(() -> webhook.newest().path("attempts").size() == 1);
        JsonNode delivery = webhook.newest();
        Instant at = Instant.parse(delivery.at("/attempts/0/at").asText());
        Instant next = Instant.parse(delivery.path("nextAttemptAt").asText());
        assertTrue(!next.isBefore(at.plusSeconds(3_600)), delivery.toString());
        assertTrue(next.isBefore(at.plusSeconds(3_620)), delivery.toString());
        assertEquals("pending", delivery.path("state").asText());
        assertEquals(1, receiver.received().size());
        receiver.answers(answering(200));
        webhook.patch("{'url': 'http://localhost:" + receiver.port() + "/new'}");
        await().until(() -> webhook.states().equals(List.of("delivered")));
        assertEquals("/new", receiver.last().path());
    }

    @Test
    void othersThanThoseTwoMayNotAskForIt() {
        WebhookReceiver receiver = receiver(answering(500, "Retry-After", "3600"));
        Webhook webhook = webhook(receiver);
        article();
        await().until(() -> webhook.states().equals(List.of("dead")));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        WebhookReceiver elsewhere = receiver(answering(200));
        WebhookReceiver receiver = receiver(answering(status, "Location", elsewhere.url()));
        Webhook webhook = webhook(receiver);
        article();
        await().until(() -> webhook.states().equals(List.of("dead")));
        assertEquals("redirected", webhook.newest().path("lastError").asText());
        assertEquals(status, webhook.newest().path("lastStatus").asInt());
        assertEquals(0, elsewhere.received().size());
    }

    @Test
    void whoIsGoneIsPaused() {
        WebhookReceiver receiver = receiver(answering(410));
        Webhook webhook = webhook(receiver);
        article();
        await().until(() -> webhook.read().path("paused").asBoolean());
        assertEquals("gone", webhook.read().path("pausedBecause").asText());
        assertEquals(List.of("pending"), webhook.states());
        receiver.answers(answering(200));
        article();
        assertEquals(List.of("pending", "pending"), webhook.states());
        assertTrue(webhook.patch("{'paused': false}").path("pausedBecause").isNull());
        await().until(() -> webhook.states().equals(List.of("delivered", "delivered")));
        assertEquals(3, receiver.received().size());
    }

    @Test
    void whatComesWhileItIsPausedWaits() {
        WebhookReceiver receiver = receiver(answering(200));
        WebhookReceiver other = receiver(answering(200));
        Webhook paused = webhook(input(receiver.url(), topic).put("paused", true));
        Webhook witness = webhook(other);
        article();
        article();
        await().until(() -> witness.states().equals(List.of("delivered", "delivered")));
        assertEquals(List.of("pending", "pending"), paused.states());
        paused.redeliver(paused.newest().path("id").asText()).then().statusCode(200);
        assertEquals(0, receiver.received().size());
        paused.patch("{'paused': false}");
        await().until(() -> paused.states().equals(List.of("delivered", "delivered")));
    }

    @Test
    void ofALongAnswerTheBeginningIsKept() {
        WebhookReceiver receiver = receiver((exchange, nth) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = "ä\0".repeat(32 * 1024).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 110; i++) {
                    out.write(part);
                }
            }
        });
        Webhook webhook = webhook(receiver);
        article();
        await().until(() -> webhook.states().equals(List.of("delivered")));
        JsonNode attempt = webhook.newest().at("/attempts/0");
        assertEquals("ä\uFFFD".repeat(500), attempt.path("answer").asText());
        assertTrue(attempt.path("milliseconds").asLong() < 10_000, attempt.toString());
    }

    @Test
    void forADayBothSecretsSign() {
        WebhookReceiver receiver = receiver(answering(200));
        Webhook webhook = webhook(receiver);
        String second = Editor.json(editor().post(webhook.url() + "/secret"))
                .path("secret")
                .asText();
        article();
        await().until(() -> receiver.received().size() == 1);
        assertTrue(receiver.last().isSignedWith(webhook.secret()));
        assertTrue(receiver.last().isSignedWith(second));
        assertEquals(2, receiver.last().headers().getFirst("webhook-signature").split(" ").length);
        editor().post(webhook.url() + "/secret").then().statusCode(200);
        article();
        await().until(() -> receiver.received().size() == 2);
        assertFalse(receiver.last().isSignedWith(webhook.secret()));
        assertTrue(receiver.last().isSignedWith(second));
    }

    @Test
    void aTestIsSentAtOnce() {
        WebhookReceiver receiver = receiver(answering(202));
        Webhook webhook = webhook(input(receiver.url(), topic).put("paused", true));
        editor().post(webhook.url() + "/test")
                .then()
                .statusCode(200)
                .body("status", is(202))
                .body("error", is((Object) null));
        assertEquals("webhook.test", receiver.last().json().path("type").asText());
        assertTrue(receiver.last().isSignedWith(webhook.secret()));
        assertEquals(List.of(), webhook.states());
        String id = receiver.last().id();
        receiver.answers(answering(410));
        editor().post(webhook.url() + "/test").then().statusCode(200).body("error", is("gone"));
        assertNotEquals(id, receiver.last().id());
        assertTrue(webhook.read().path("pausedBecause").isNull());
    }

    @Test
    void aTestTellsWhyNothingCame() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        WebhookReceiver rude = receiver((exchange, nth) -> exchange.close());
        assertTested("http://localhost:" + closed + "/", "connect-failed");
        assertTested("http://receiver.invalid/", "host-unknown");
        try (ServerSocket plain = new ServerSocket(0)) {
            CompletableFuture.runAsync(() -> answerPlainly(plain));
            assertTested("https://localhost:" + plain.getLocalPort() + "/", "tls-failed");
        }
        assertTested(rude.url(), "connection-lost");
    }

    private static void answerPlainly(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertTested(String url, String error) {
        Webhook webhook = webhook(input(url, topic));
        editor().post(webhook.url() + "/test")
                .then()
                .statusCode(200)
                .body("error", is(error))
                .body("status", is((Object) null));
    }

    @Test
    void whatIsDeletedIsNotSent() {
        WebhookReceiver receiver = receiver(answering(503, "Retry-After", "1"));
        Webhook webhook = webhook(receiver);
        article();
        await().until(() -> webhook.newest().path("attempts").size() == 1);
        webhook.delete();
        editor().get(webhook.url() + "/deliveries").then().statusCode(404);
        article();
        assertEquals(1, receiver.received().size());
    }

    @Test
    void deliveriesArePagedNewestFirst() {
        WebhookReceiver receiver = receiver(answering(200));
        Webhook webhook = webhook(receiver);
        for (int i = 0; i < 5; i++) {
            article();
        }
        await().until(() ->
                webhook.states().equals(List.of("delivered", "delivered", "delivered", "delivered", "delivered")));
        List<Long> seqs = new ArrayList<>();
        String query = "?limit=2&state=delivered";
        for (int i = 0; i < 3; i++) {
            JsonNode page = Editor.json(editor().get(webhook.url() + "/deliveries" + query));
            page.path("data").forEach(delivery -> seqs.add(delivery.path("seq").asLong()));
            query = "?limit=2&state=delivered&cursor=" + page.at("/page/next").asText();
        }
        assertEquals(5, seqs.size());
        assertEquals(seqs.stream().sorted(java.util.Comparator.reverseOrder()).toList(), seqs);
    }

    private static void assertSorted(List<Long> seqs) {
        assertEquals(seqs.stream().sorted().toList(), seqs);
    }
}
