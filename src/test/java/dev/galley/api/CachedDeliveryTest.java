package dev.galley.api;

import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.HttpCachingTest.get;
import static dev.galley.api.HttpCachingTest.longArticle;
import static dev.galley.api.HttpCachingTest.paths;
import static dev.galley.api.HttpCachingTest.url;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.api.Editor.Draft;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What is answered from memory costs the database nothing. */
@ApiTest
class CachedDeliveryTest {
    @Inject
    SessionFactory sessions;

    /** The least of a few tries: what runs beside (schedules, the last use of a key) counts too. */
    private boolean costsNothing(String path) {
        return IntStream.range(0, 5).anyMatch(attempt -> {
            sessions.getStatistics().clear();
            get(path);
            return sessions.getStatistics().getPrepareStatementCount() == 0;
        });
    }

    @Test
    void whatWasAskedBeforeCostsNothing() {
        Draft draft = longArticle();
        for (String path : paths(draft)) {
            get(path);
            assertTrue(costsNothing(path), path);
        }
    }

    @Test
    void oneArticlesPublicationLeavesTheOthersAlone() {
        Draft one = longArticle();
        Draft other = longArticle();
        get(url(one));
        publish(patched(Editor.read(other), "{\"summary\": \"" + word() + "\"}"));
        assertTrue(costsNothing(url(one)));
    }

    @Test
    void parametersMayComeInAnyOrder() {
        String topic = word();
        published(withTopics(topic));
        get("/v1/articles?topic=" + topic + "&limit=2");
        assertTrue(costsNothing("/v1/articles?limit=2&topic=" + topic));
    }

    @Test
    void whatManyAskForAtOnceIsMadeOnce() {
        Draft draft = longArticle();
        String path = url(draft);
        get(path);
        sessions.getStatistics().clear();
        get(path + "?text=markdown");
        long once = sessions.getStatistics().getPrepareStatementCount();
        long least = IntStream.range(0, 5)
                .mapToLong(attempt -> {
                    publish(patched(Editor.read(draft), "{\"summary\": \"" + word() + "\"}"));
                    sessions.getStatistics().clear();
                    List<Integer> statuses = Concurrently.each(20, caller -> get(path, "Accept-Encoding", "identity")
                            .statusCode());
                    assertEquals(List.of(200), statuses.stream().distinct().toList());
                    return sessions.getStatistics().getPrepareStatementCount();
                })
                .min()
                .orElseThrow();
        assertTrue(least < 2 * once, least + " statements, " + once + " for one");
    }
}
