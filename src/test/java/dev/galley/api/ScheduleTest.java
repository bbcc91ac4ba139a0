package dev.galley.api;

import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.importing;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.restore;
import static dev.galley.api.Editor.trash;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing and unpublishing at a time. */
@ApiTest
class ScheduleTest {
    private static final String FAR = "2999-01-01T00:00:00Z";
    private static final String FARTHER = "2999-06-01T00:00:00Z";

    @Test
    void whatIsScheduledBecomesPublicAtItsTime() {
        Instant at = soon();
        Draft draft = scheduled(post(minimal()), at.toString());
        assertEquals("scheduled", draft.at("/status"));
        assertEquals(at, Instant.parse(draft.at("/schedule/publishAt")));
        given().get("/v1/articles/" + draft.id()).then().statusCode(404);

        awaitStatus(draft, "published");
        assertEquals(at.toString(), article(draft).path("publishedAt").asText());
        assertTrue(read(draft).json().path("schedule").isNull());
    }

    @Test
    void theVersionThatIsNewestThenIsPublished() {
        Draft draft = scheduled(post(minimal()), soon().toString());
        String newer = title("Spring tide");
        patched(draft, "{\"title\": \"" + newer + "\"}");
        awaitStatus(draft, "published");
        assertEquals(newer, article(draft).path("title").asText());
    }

    @Test
    void whatIsPublicStaysSoUntilItsNextVersionIsDue() {
        Draft draft = published(minimal());
        String before = draft.at("/title");
        String after = title("Neap tide");
        Draft newer = scheduled(patched(draft, "{\"title\": \"" + after + "\"}"), soon().toString());
        assertEquals("published", newer.at("/status"));
        assertEquals(before, article(draft).path("title").asText());
        await().until(() -> article(draft).path("title").asText().equals(after));
    }

    @Test
    void whatIsToBeWithdrawnIsGoneAtItsTime() {
        Draft draft = unpublishedAt(published(minimal()), soon().toString());
        assertEquals("published", draft.at("/status"));
        given().get("/v1/articles/" + draft.id()).then().statusCode(200);
        awaitStatus(draft, "unpublished");
        given().get("/v1/articles/" + draft.id()).then().statusCode(410);
    }

    @Test
    void anArticleCanBePublicForAWhile() {
        Instant from = soon();
        Draft draft = scheduled(post(minimal()), from.toString());
        Draft both = unpublishedAt(draft, from.plusMillis(1500).toString());
        assertEquals("scheduled", both.at("/status"));
        awaitStatus(draft, "unpublished");
        assertEquals(
                List.of("article.unpublished", "article.published"),
                Editor.json(editor().get("/v1/editorial/audit?action=article.published,article.unpublished&article="
                                + draft.id()))
                        .path("data")
                        .findValuesAsText("action"));
    }

    @Test
    void aTimeIsChangedByGivingAnother() {
        Draft draft = scheduled(post(minimal()), FAR);
        scheduled(draft, soon().toString());
        awaitStatus(draft, "published");
        assertTrue(scheduleOf(draft).isEmpty());
    }

    @Test
    void whatIsCancelledDoesNotHappen() {
        Instant at = soon();
        Draft draft = scheduled(post(minimal()), at.toString());
        Draft cancelled = Draft.of(editor().delete(draft.url() + "/schedule"));
        assertEquals("draft", cancelled.at("/status"));
        assertTrue(cancelled.json().path("schedule").isNull());

        Draft later = scheduled(post(minimal()), at.plusMillis(1).toString());
        awaitStatus(later, "published");
        assertEquals("draft", read(draft).at("/status"));
        given().get("/v1/articles/" + draft.id()).then().statusCode(404);
    }

    @Test
    void cancellingWhatIsNotScheduledChangesNothing() {
        Draft draft = published(minimal());
        Draft same = Draft.of(editor().delete(draft.url() + "/schedule"));
        assertEquals(draft.json(), same.json());
    }

    @Test
    void publishingByHandTakesThePlaceOfTheSchedule() {
        Draft draft = publish(scheduled(post(minimal()), FAR));
        assertEquals("published", draft.at("/status"));
        assertTrue(draft.json().path("schedule").isNull());
    }

    @Test
    void unpublishingByHandLeavesWhatIsToBePublishedLater() {
        Draft draft = unpublish(scheduled(published(minimal()), FAR));
        assertEquals("scheduled", draft.at("/status"));
        assertEquals(FAR, draft.at("/schedule/publishAt"));
    }

    @Test
    void theTrashForgetsTheSchedule() {
        Draft draft = scheduled(post(minimal()), FAR);
        trash(draft).then().statusCode(204);
        assertTrue(scheduleOf(draft).isEmpty());
        assertEquals("draft", Draft.of(restore(draft)).at("/status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01T00:00:00Z", "1969-07-20T20:17:40Z"})
    void aTimeThatHasPassedIsNow(String at) {
        Draft draft = scheduled(post(minimal()), at);
        assertEquals("published", draft.at("/status"));
        given().get("/v1/articles/" + draft.id()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2999-01-01", "+12999-01-01T00:00:00Z", "2999-01-01T25:00:00Z", ""})
    void whatIsNoTimeIsRefused(String at) {
        Draft draft = post(minimal());
        for (String call : List.of("/publish", "/unpublish")) {
            at(draft, call, at).then().statusCode(400).body("errors.pointer", contains("/at"));
        }
        assertEquals("draft", read(draft).at("/status"));
    }

    @Test
    void whatNeverBecomesPublicCanNotBeWithdrawn() {
        at(post(minimal()), "/unpublish", FAR).then().statusCode(409);
    }

    @Test
    void aWithdrawalComesAfterThePublication() {
        Draft draft = scheduled(post(minimal()), FARTHER);
        at(draft, "/unpublish", FAR).then().statusCode(400).body("errors.pointer", contains("/at"));
        scheduled(draft, FAR);
        unpublishedAt(draft, FARTHER);
    }

    @Test
    void theScheduleListsWhatIsDueSoonestFirst() {
        Draft later = scheduled(post(minimal()), "2998-01-02T00:00:00Z");
        Draft sooner = scheduled(post(minimal()), "2998-01-01T00:00:00Z");
        unpublishedAt(sooner, "2998-01-03T00:00:00Z");
        List<JsonNode> items = schedule().stream()
                .filter(item -> List.of(later.id(), sooner.id())
                        .contains(item.at("/article/id").asText()))
                .toList();
        assertEquals(
                List.of("publish " + sooner.id(), "publish " + later.id(), "unpublish " + sooner.id()),
                items.stream()
                        .map(item -> item.path("action").asText() + " "
                                + item.at("/article/id").asText())
                        .toList());
        assertEquals(sooner.slug(), items.get(0).at("/article/slug").asText());
        assertEquals("admin", items.get(0).path("by").asText());
        assertTrue(items.get(0).path("failure").isNull());
    }

    @Test
    void whatCanNotBePublishedInTheEndStaysInTheScheduleWithTheReason() {
        Draft draft = scheduled(post(minimal()), soon().toString());
        JsonNode twice = withSections(
                        json("{'heading': 'One', 'anchor': 'same', 'blocks': [{'type': 'paragraph', 'text': 'A'}]}"),
                        json("{'heading': 'Two', 'anchor': 'same', 'blocks': [{'type': 'paragraph', 'text': 'B'}]}"))
                .path("sections");
        patched(draft, "{\"sections\": " + twice + "}");
        await().until(() -> scheduleOf(draft).stream()
                .anyMatch(item -> item.path("failure").asText().contains("/sections/1/anchor")));
        assertEquals("scheduled", read(draft).at("/status"));

        patched(read(draft), "{\"sections\": []}");
        scheduled(draft, soon().toString());
        awaitStatus(draft, "published");
    }

    @Test
    void aNoteIsKeptUntilThen() {
        Draft draft = post(minimal());
        editor(json("{'at': '" + FAR + "', 'note': 'For the opening'}"))
                .post(draft.url() + "/publish")
                .then()
                .statusCode(200);
        assertEquals("For the opening", scheduleOf(draft).get(0).path("note").asText());
    }

    @Test
    void manyDueAtOnceAreAllPublished() {
        List<Draft> made = IntStream.range(0, 25).mapToObj(i -> post(minimal())).toList();
        String at = soon().plusSeconds(4).toString();
        List<Draft> drafts = made.stream().map(draft -> scheduled(draft, at)).toList();
        drafts.forEach(draft -> awaitStatus(draft, "published"));
        drafts.forEach(
                draft -> assertEquals(at, article(draft).path("publishedAt").asText()));
    }

    @Test
    void anImportWithADateToComeIsScheduled() {
        Response answer = importing(
                "text/markdown",
                "---\nslug: " + word() + "\ndate: " + FAR + "\n---\n# Tide tables of a year to come\n\nText.",
                "?publish=true");
        assertEquals(201, answer.statusCode());
        JsonNode article = Editor.json(answer).path("article");
        assertEquals("scheduled", article.path("status").asText());
        assertEquals(FAR, article.at("/schedule/publishAt").asText());
        assertTrue(Editor.json(answer).path("warnings").isEmpty());
    }

    /** What an earlier import said of the date doesn't hold back one that says nothing. */
    @Test
    void theSameImportWithoutADateIsPublishedNow() {
        String slug = word();
        String text = "# Tide tables after all\n\nText.";
        importing("text/markdown", "---\ndate: " + FAR + "\n---\n" + text, "?publish=true&slug=" + slug);
        Response answer = importing("text/markdown", text, "?publish=true&slug=" + slug);
        assertEquals(200, answer.statusCode());
        assertEquals("published", Editor.json(answer).at("/article/status").asText());
    }

    @Test
    void theScheduleIsNotTheDocumentsToSet() {
        Draft draft = scheduled(post(minimal()), FAR);
        Editor.put(draft, draft.json()).then().statusCode(200);
        Editor.patch(read(draft), "{\"schedule\": {\"publishAt\": \"" + FARTHER + "\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/schedule"));
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofMillis(1200)).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Response at(Draft draft, String call, String at) {
        return editor(json("{'at': '" + at + "'}")).post(draft.url() + call);
    }

    private static Draft scheduled(Draft draft, String at) {
        return Draft.of(
                at(draft, "/publish", at).then().statusCode(200).extract().response());
    }

    private static Draft unpublishedAt(Draft draft, String at) {
        return Draft.of(
                at(draft, "/unpublish", at).then().statusCode(200).extract().response());
    }

    private static void awaitStatus(Draft draft, String status) {
        await().until(() -> read(draft).at("/status").equals(status));
    }

    private static List<JsonNode> schedule() {
        List<JsonNode> items = new ArrayList<>();
        String path = "/v1/editorial/schedule?limit=100";
        for (String cursor = ""; ; ) {
            JsonNode page = Editor.json(editor().get(path + cursor));
            page.path("data").forEach(items::add);
            if (page.at("/page/next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + page.at("/page/next").asText();
        }
    }

    private static List<JsonNode> scheduleOf(Draft draft) {
        return schedule().stream()
                .filter(item -> item.at("/article/id").asText().equals(draft.id()))
                .toList();
    }
}
