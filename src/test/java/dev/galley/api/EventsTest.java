package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Editor.Draft;
import dev.galley.api.EventStream.Event;
import dev.galley.platform.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The change log as server-sent events. */
@ApiTest
class EventsTest {
    private static final String EVENTS = "/v1/events";

    @Test
    void whatIsPublishedIsHeardAtOnce() {
        String topic = word();
        try (EventStream stream = EventStream.open(EVENTS + "?topic=" + topic)) {
            assertEquals("text/event-stream", stream.header("Content-Type").replaceAll(";.*", ""));
            assertEquals("*", stream.header("Access-Control-Allow-Origin"));
            assertEquals("no-store", stream.header("Cache-Control"));
            published(minimal());
            Draft draft = published(withTopics(topic));
            unpublish(draft);
            await().atMost(Duration.ofSeconds(10)).until(() -> stream.events().size() >= 2);
            List<Event> events = stream.events();
            assertEquals(
                    List.of("article.published", "article.unpublished"),
                    events.stream().map(Event::name).toList());
            JsonNode data = Json.parse(events.get(0).data().getBytes(StandardCharsets.UTF_8));
            assertEquals(draft.id(), data.at("/article/id").asText());
            assertEquals(events.get(0).id(), data.path("seq").asText());
        }
    }

    /** Though all ask for the same. */
    @Test
    void everyListenerHears() {
        String topic = word();
        List<EventStream> streams = Concurrently.each(5, i -> EventStream.open(EVENTS + "?topic=" + topic));
        try {
            published(withTopics(topic));
            await().atMost(Duration.ofSeconds(10)).until(() -> streams.stream()
                    .allMatch(stream -> stream.events().size() == 1));
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    @Test
    void aListenerThatComesBackHearsWhatItMissed() {
        String topic = word();
        String heard;
        try (EventStream stream = EventStream.open(EVENTS + "?topic=" + topic)) {
            published(withTopics(topic));
            await().until(() -> stream.events().size() == 1);
            heard = stream.events().get(0).id();
        }
        Draft missed = published(withTopics(topic));
        try (EventStream again = EventStream.open(EVENTS + "?topic=" + topic, "Last-Event-ID", heard)) {
            await().until(() -> again.events().size() == 1);
            assertTrue(again.events().get(0).data().contains(missed.id()));
            Draft later = published(withTopics(topic));
            await().until(() -> again.events().size() == 2);
            assertTrue(again.events().get(1).data().contains(later.id()));
        }
    }

    @Test
    void theWholeLogCanBeHeardFromItsBeginning() {
        long end = ChangesTest.end();
        try (EventStream stream = EventStream.open(EVENTS + "?since=0")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> stream.events().size() >= end);
            for (int i = 0; i < end; i++) {
                assertEquals(Integer.toString(i + 1), stream.events().get(i).id());
            }
        }
    }

    /** What a filter leaves out counts as heard, so that a listener that comes back doesn't wait for it again. */
    @Test
    void silenceTellsHowFarTheLogHasCome() {
        try (EventStream stream = EventStream.open(EVENTS + "?topic=" + word())) {
            published(minimal());
            long end = ChangesTest.end();
            await().atMost(Duration.ofSeconds(20)).until(() -> Long.parseLong(stream.lastId()) >= end);
            assertEquals(List.of(), stream.events());
        }
    }

    @Test
    void headHasNoStream() {
        given().head(EVENTS).then().statusCode(200).header("Content-Type", equalTo("text/event-stream"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        given().header("Last-Event-ID", "x")
                .get(EVENTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo("Last-Event-ID"));
        given().queryParam("since", ChangesTest.end() + 1_000_000)
                .get(EVENTS)
                .then()
                .statusCode(400);
        given().queryParam("wait", 1).get(EVENTS).then().statusCode(400);
        given().accept("application/json").get(EVENTS).then().statusCode(406);
    }
}
