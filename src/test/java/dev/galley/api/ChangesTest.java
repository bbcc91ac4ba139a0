package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.json;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Editor.Draft;
import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change log, as clients that keep a copy read it. */
@ApiTest
class ChangesTest {
    private static final String CHANGES = "/v1/changes";

    /** How many articles a copy is kept of, and how often they change while it is. */
    private static final int ARTICLES = 6;

    private static final int CHANGED = Integer.getInteger("test.changes", 60);

    private static JsonNode changes(long since, Map<String, ?> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("since", since);
        return delivered(CHANGES, all);
    }

    /** The number of the last change. */
    static long end() {
        JsonNode page = changes(0, Map.of("limit", 1_000));
        while (!page.path("data").isEmpty()) {
            page = changes(page.path("next").asLong(), Map.of("limit", 1_000));
        }
        return page.path("next").asLong();
    }

    /** Of the articles, {@code type version}, in order. */
    private static List<String> ofArticle(JsonNode page, Draft draft) {
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .filter(change -> change.at("/article/id").asText().equals(draft.id()))
                .map(change -> change.path("type").asText() + " " + change.at("/article/version"))
                .toList();
    }

    @Test
    void whatHappensToAnArticleIsThereInOrder() {
        long before = end();
        Draft first = published(minimal());
        Draft second = publish(patched(first, "{\"title\": \"Another\"}"));
        unpublish(second);
        JsonNode page = changes(before, Map.of());
        assertEquals(
                List.of(
                        "article.published " + first.version(),
                        "article.updated " + second.version(),
                        "article.unpublished " + second.version()),
                ofArticle(page, first));
        JsonNode change = page.path("data").get(0);
        assertEquals(List.of("seq", "type", "at", "article", "topic", "author"), Documents.keys(change));
        assertEquals(List.of("id", "slug", "locale", "version"), Documents.keys(change.path("article")));
        assertTrue(change.path("topic").isNull());
        assertTrue(Instant.parse(change.path("at").asText()).isBefore(Instant.now()));
    }

    @Test
    void aTopicAndAnAuthorThatArticlesShowAreThereToo() {
        String topic = word();
        published(withTopics(topic));
        long before = end();
        editor(Editor.MERGE_PATCH, "{\"name\": \"Renamed\"}")
                .patch("/v1/editorial/topics/" + topic)
                .then()
                .statusCode(200);
        for (Map<String, String> filter : List.of(Map.<String, String>of(), Map.of("topic", word(), "locale", "tlh"))) {
            given().queryParams(filter)
                    .queryParam("since", before)
                    .get(CHANGES)
                    .then()
                    .statusCode(200)
                    .body("data.type", hasItem("topic.updated"))
                    .body("data.topic.slug", hasItem(topic));
        }
    }

    @Test
    void pagesHaveEveryNumberOnce() {
        long before = end();
        for (int i = 0; i < 5; i++) {
            published(minimal());
        }
        List<Long> numbers = new ArrayList<>();
        long since = before;
        JsonNode page = changes(since, Map.of("limit", 2));
        while (!page.path("data").isEmpty()) {
            page.path("data").forEach(change -> numbers.add(change.path("seq").asLong()));
            since = page.path("next").asLong();
            page = changes(since, Map.of("limit", 2));
        }
        assertEquals(LongStream.rangeClosed(before + 1, since).boxed().toList(), numbers);
    }

    @Test
    void whoFollowsATopicHearsOfWhatComesAndGoes() {
        String topic = word();
        long before = end();
        Draft other = published(minimal());
        Draft draft = published(withTopics(topic));
        Draft left = publish(patched(draft, "{\"topics\": []}"));
        Draft away = publish(patched(left, "{\"title\": \"Away\"}"));
        JsonNode page = changes(before, Map.of("topic", topic));
        assertEquals(
                List.of("article.published " + draft.version(), "article.updated " + left.version()),
                ofArticle(page, draft));
        assertEquals(List.of(), ofArticle(page, other));
        assertTrue(page.path("next").asLong() >= end() - 1, "the filter takes nothing off the way that was made");
        publish(patched(away, "{\"topics\": [\"" + topic + "\"]}"));
        unpublish(draft);
        List<String> all = ofArticle(changes(before, Map.of("topic", word() + "," + topic)), draft);
        assertEquals(4, all.size(), all::toString);
        assertTrue(all.get(3).startsWith("article.unpublished"), all::toString);
    }

    @Test
    void whoFollowsALocaleHearsOfWhatLeavesIt() {
        long before = end();
        Draft draft = published(minimal().put("locale", "fy"));
        Draft moved = publish(patched(draft, "{\"locale\": \"fy-NL\"}"));
        assertEquals(
                List.of("article.published " + draft.version(), "article.updated " + moved.version()),
                ofArticle(changes(before, Map.of("locale", "fy")), draft));
        assertEquals(
                List.of("article.updated " + moved.version()),
                ofArticle(changes(before, Map.of("locale", "FY-nl,lb")), draft));
    }

    @Test
    void aChangeOfAnArticleThatShowsAnotherGoesToThoseWhoFollowIt() {
        String topic = word();
        Draft target = published(minimal());
        Draft linking = published(withTopics(topic).put("summary", "Linked"));
        publish(patched(
                linking, "{\"lead\": [{\"type\": \"paragraph\", \"text\": \"[it](article:" + target.slug() + ")\"}]}"));
        long before = end();
        unpublish(target);
        JsonNode page = changes(before, Map.of("topic", topic));
        assertEquals(1, ofArticle(page, linking).size(), page::toString);
        assertEquals(List.of(), ofArticle(page, target));
    }

    @Test
    void aCallThatWaitsIsAnsweredByTheNextChange() {
        String topic = word();
        long before = end();
        CompletableFuture<JsonNode> answer =
                CompletableFuture.supplyAsync(() -> changes(before, Map.of("topic", topic, "wait", 30)));
        published(minimal());
        Draft draft = published(withTopics(topic));
        await().atMost(Duration.ofSeconds(10)).until(answer::isDone);
        assertEquals(List.of("article.published " + draft.version()), ofArticle(answer.join(), draft));
        assertEquals(1, answer.join().path("data").size());
    }

    @Test
    void aCallThatWaitsInVainIsAnsweredEmptyAndHasMovedOn() {
        long before = end();
        published(minimal());
        JsonNode page = changes(before, Map.of("topic", word(), "wait", 1));
        assertTrue(page.path("data").isEmpty());
        assertTrue(page.path("next").asLong() > before);
    }

    @ParameterizedTest
    @CsvSource({
        "since, -1",
        "since, x",
        "since, 9223372036854775808",
        "limit, 0",
        "limit, 1001",
        "wait, -1",
        "wait, 31",
        "wait, 1.5",
        "topic, Not a slug",
        "locale, english-language",
        "sinc, 1"
    })
    void whatMakesNoSenseIsRefusedByName(String parameter, String value) {
        given().queryParam(parameter, value)
                .get(CHANGES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void aClientThatIsAheadOfTheLogIsTold() {
        given().queryParam("since", end() + 1_000_000)
                .get(CHANGES)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("start again from 0"));
    }

    @Test
    void cachesAskEachTime() {
        given().head(CHANGES).then().statusCode(200).header("Cache-Control", equalTo("no-cache"));
    }

    /** It takes its number, and others wait behind it; what reads meanwhile sees neither. */
    @Test
    void aChangeThatIsCommittedLateIsNotSkipped() {
        long before = end();
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    Change.ofTaxonomy(ChangeType.AUTHOR_UPDATED, "late", Instant.now());
                    Change.flush();
                    numbered.countDown();
                    uninterruptibly(commit);
                }));
        uninterruptibly(numbered);
        Draft draft = Editor.post(minimal());
        CompletableFuture<Draft> behind = CompletableFuture.supplyAsync(() -> publish(draft));
        long since = before;
        for (int read = 0; read < 20; read++) {
            JsonNode page = changes(since, Map.of());
            assertTrue(page.path("data").isEmpty(), page::toString);
            since = page.path("next").asLong();
        }
        assertFalse(behind.isDone());
        commit.countDown();
        late.join();
        behind.join();
        JsonNode page = changes(since, Map.of());
        assertEquals("late", page.at("/data/0/author/slug").asText());
        assertEquals(draft.id(), page.at("/data/1/article/id").asText());
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Three editors at once; two clients, of which each answer may get lost on its way. */
    @Test
    void aCopyThatIsCutOffAgainAndAgainEndsWithWhatIsPublished() {
        long seed = System.nanoTime();
        System.out.println("ChangesTest seed " + seed);
        String topic = word();
        long before = end();
        AtomicInteger editors = new AtomicInteger(3);
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Map<String, Long>>> copies = List.of(
                CompletableFuture.supplyAsync(() -> copy(new Random(seed), topic, before, over)),
                CompletableFuture.supplyAsync(() -> copy(new Random(seed + 1), topic, before, over)));
        try {
            Concurrently.each(editors.get(), editor -> change(new Random(seed + 10 + editor), topic));
        } finally {
            over.set(true);
        }
        Map<String, Long> there = new HashMap<>();
        delivered("/v1/articles", Map.of("topic", topic, "limit", 100))
                .path("data")
                .forEach(article -> there.put(
                        article.path("id").asText(), article.path("version").asLong()));
        copies.forEach(copy -> assertEquals(there, copy.join(), "seed " + seed));
    }

    private static int change(Random random, String topic) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < ARTICLES / 3; i++) {
            drafts.add(published(withTopics(topic)));
        }
        for (int i = 0; i < CHANGED / 3; i++) {
            int which = random.nextInt(drafts.size());
            Draft draft = drafts.get(which);
            drafts.set(
                    which,
                    switch (random.nextInt(4)) {
                        case 0 -> unpublish(draft);
                        case 1 -> publish(patched(draft, "{\"topics\": []}"));
                        default ->
                            publish(patched(
                                    draft,
                                    minimal(title("Changed"))
                                            .set("topics", withTopics(topic).path("topics"))
                                            .toString()));
                    });
        }
        return CHANGED / 3;
    }

    /** Asks until the log has ended; whatever it hears of it looks up, as a client does. */
    private static Map<String, Long> copy(Random random, String topic, long from, AtomicBoolean over) {
        Map<String, Long> copy = new HashMap<>();
        long since = from;
        while (true) {
            boolean last = over.get();
            JsonNode page = changes(since, Map.of("topic", topic, "limit", 1 + random.nextInt(4)));
            if (random.nextInt(3) == 0) {
                continue;
            }
            page.path("data").forEach(change -> apply(copy, topic, change));
            since = page.path("next").asLong();
            if (last && page.path("data").isEmpty()) {
                return copy;
            }
        }
    }

    private static void apply(Map<String, Long> copy, String topic, JsonNode change) {
        String id = change.at("/article/id").asText();
        if (id.isEmpty()) {
            return;
        }
        var answer = given().get("/v1/articles/" + id);
        JsonNode article = json(answer);
        if (answer.statusCode() == 200
                && Documents.each(article.path("topics"), "slug").contains(topic)) {
            copy.put(id, article.path("version").asLong());
        } else {
            copy.remove(id);
        }
    }
}
