package dev.galley.api;

import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.imported;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.article.Article;
import dev.galley.article.ArticleBody;
import dev.galley.article.TitleOrder;
import dev.galley.document.Seo;
import dev.galley.platform.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who turns the pages of a long list while others publish and withdraw: nothing is repeated or skipped. */
@ApiTest
class CursorWalkTest {
    private static final int STAYING = Integer.getInteger("test.staying", 250);
    private static final int MOVING = STAYING / 10;

    /** One that no other test publishes in. */
    private static final String LOCALE = "kw";

    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private List<String> staying = List.of();

    @BeforeEach
    void publishThoseThatStay() {
        staying = QuarkusTransaction.requiringNew().timeout(300).call(() -> IntStream.range(0, STAYING)
                .mapToObj(CursorWalkTest::article)
                .peek(article -> article.persist())
                .map(article -> article.id.toString())
                .toList());
    }

    @AfterEach
    void removeThem() {
        QuarkusTransaction.requiringNew().timeout(300).run(() -> Article.delete("locale", LOCALE));
    }

    /** As a publication leaves it; that many publications would take minutes. */
    private static Article article(int number) {
        Article article = new Article();
        article.id = Ids.next();
        article.slug = "walk-" + number;
        article.locale = LOCALE;
        article.title = "Walk " + number % 700;
        article.titleKey = TitleOrder.key(article.title);
        article.seo = Seo.NONE;
        article.body = new ArticleBody(List.of(), List.of(), List.of(), List.of());
        article.publishedAt = FIRST.plus(Duration.ofHours(number % 1_000));
        article.updatedAt = article.publishedAt;
        article.version = 1;
        article.wordCount = number % 300;
        article.readingMinutes = 1;
        return article;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publishedAt", "title", "-wordCount,title"})
    void nothingThatStaysIsRepeatedOrSkipped(String sort) {
        List<String> moving = drafts();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger moves = new AtomicInteger();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> move(moving, over, moves));
        int walks = 0;
        try {
            do {
                assertNothingIsRepeatedOrSkipped(sort);
                walks++;
            } while (moves.get() < 2 * MOVING && !others.isDone());
        } finally {
            over.set(true);
            others.join();
        }
        System.out.println("CursorWalkTest: by " + sort + ", " + walks + " walks while " + MOVING + " others moved "
                + moves + " times");
    }

    /** To the end, and back. */
    private void assertNothingIsRepeatedOrSkipped(String sort) {
        JsonNode page = page(sort, null);
        List<String> forth = new ArrayList<>(ids(page));
        while (cursor(page, "next") != null) {
            page = page(sort, cursor(page, "next"));
            forth.addAll(ids(page));
        }
        List<String> back = new ArrayList<>(ids(page));
        while (cursor(page, "prev") != null) {
            page = page(sort, cursor(page, "prev"));
            back.addAll(0, ids(page));
        }
        assertEquals(STAYING, only(forth).size());
        assertEquals(new HashSet<>(staying), new HashSet<>(only(forth)), "some are repeated, others skipped");
        assertEquals(only(forth), only(back), "back");
    }

    private List<String> only(List<String> walked) {
        Set<String> stayed = new HashSet<>(staying);
        return walked.stream().filter(stayed::contains).toList();
    }

    private static JsonNode page(String sort, String cursor) {
        Map<String, Object> parameters =
                new LinkedHashMap<>(Map.of("locale", LOCALE, "sort", sort, "fields", "id", "limit", 10));
        if (cursor != null) {
            parameters.put("cursor", cursor);
        }
        return delivered("/v1/articles", parameters);
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .map(article -> article.path("id").asText())
                .toList();
    }

    private static String cursor(JsonNode page, String direction) {
        JsonNode cursor = page.path("page").path(direction);
        return cursor.isNull() ? null : cursor.asText();
    }

    private static List<String> drafts() {
        Random random = new Random(1);
        return Stream.generate(() -> "---\nlang: %s\ndate: %s\n---\n# Walk %d\n\n%s"
                        .formatted(
                                LOCALE,
                                FIRST.plus(Duration.ofHours(random.nextInt(1_000))),
                                random.nextInt(700),
                                "Word ".repeat(random.nextInt(300))))
                .limit(MOVING)
                .map(source -> imported("text/markdown", source).id())
                .toList();
    }

    /** They come and go, at places all over the list; in the end they are gone. */
    private static void move(List<String> drafts, AtomicBoolean over, AtomicInteger moves) {
        while (!over.get()) {
            for (String act : List.of("publish", "unpublish")) {
                drafts.forEach(id -> {
                    editor().post("/v1/editorial/articles/" + id + "/" + act)
                            .then()
                            .statusCode(200);
                    moves.incrementAndGet();
                });
            }
        }
    }
}
