package dev.galley.api;

import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.withAuthors;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.restore;
import static dev.galley.api.Editor.trash;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each translation is published on its own; and publishing one thing leaves all others in order. */
@ApiTest
class TranslationTest {
    @Inject
    ChangeLog changes;

    // One locale at a time

    @Test
    void publishingOneLocaleLeavesTheOthersAlone() {
        ObjectNode document = full();
        Draft english = published(document);
        Draft german = post(document.deepCopy().put("locale", "de"));
        String etag = etag(english, "/sections");
        JsonNode before = article(english);

        publish(german);
        publish(patched(read(german), "{\"title\": \"Neu\", \"topics\": [], \"takeaways\": []}"));
        assertEquals(etag, etag(english, "/sections"));
        assertEquals(Documents.without(before, "translations"), Documents.without(article(english), "translations"));
        assertEquals(List.of("de"), each(article(english).path("translations"), "locale"));

        unpublish(german);
        assertEquals(before, article(english));
        assertEquals("published", read(english).at("/status"));
        trash(german);
        assertEquals(before, article(english));
    }

    @Test
    void aNewVersionOfOneLocaleLeavesTheOthersETags() {
        String key = word();
        Draft english = published(minimal().put("translationKey", key));
        Draft german = published(minimal().put("translationKey", key).put("locale", "de"));
        String etag = etag(english, "");
        publish(patched(read(german), "{\"summary\": \"Neu\"}"));
        assertEquals(etag, etag(english, ""));
        assertEquals(1, article(english).path("version").asInt());
    }

    @Test
    void theOthersAreUpdatedWhereTheyNameIt() {
        String key = word();
        Draft english = published(minimal().put("translationKey", key));
        Draft german = post(minimal().put("translationKey", key).put("locale", "de"));
        publish(german);
        publish(patched(read(german), "{\"summary\": \"Neu\"}"));
        assertEquals(List.of("ARTICLE_PUBLISHED 1", "ARTICLE_UPDATED 1"), changes.of(english));
        publish(patched(read(german), "{\"slug\": \"" + word() + "\"}"));
        assertEquals(3, changes.of(english).size());
        unpublish(german);
        assertEquals(
                List.of("ARTICLE_PUBLISHED 1", "ARTICLE_UPDATED 1", "ARTICLE_UPDATED 1", "ARTICLE_UPDATED 1"),
                changes.of(english));
    }

    @Test
    void anotherKeyUpdatesThoseOfBoth() {
        String old = word();
        String next = word();
        Draft first = published(minimal().put("translationKey", old));
        Draft second = published(minimal().put("translationKey", next));
        Draft german = published(minimal().put("translationKey", old).put("locale", "de"));
        publish(patched(read(german), "{\"translationKey\": \"" + next + "\"}"));
        assertEquals(List.of("ARTICLE_PUBLISHED 1", "ARTICLE_UPDATED 1", "ARTICLE_UPDATED 1"), changes.of(first));
        assertEquals(List.of("ARTICLE_PUBLISHED 1", "ARTICLE_UPDATED 1"), changes.of(second));
        assertEquals(List.of("de"), each(article(second).path("translations"), "locale"));
        assertEquals(List.of(), each(article(first).path("translations"), "locale"));
    }

    // Which language an answer is in

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/sections", "/sections/moon", "/takeaways", "/faqs", ".md", ".html", ".txt", ".jsonld"})
    void everyAnswerSaysItsLanguage(String rest) {
        ObjectNode document = full();
        Draft english = published(document);
        published(document.deepCopy().put("locale", "de"));
        given().get("/v1/articles/" + english.slug() + rest + "?locale=de-CH")
                .then()
                .statusCode(200)
                .header("Content-Language", is("de"));
        given().get("/v1/articles/" + english.slug() + rest)
                .then()
                .statusCode(200)
                .header("Content-Language", is("en"));
    }

    // What other systems lose

    @Test
    void whatHappensToTopicsReordersNoList() {
        String word = word();
        String[] slugs = {"z-" + word, "a-" + word, "m-" + word};
        Draft draft = published(withTopics(slugs));
        JsonNode before = article(draft);
        published(withTopics("m-" + word));
        published(withTopics("a-" + word, "z-" + word, "b-" + word));
        editor("application/json", "{\"slug\": \"0-%s\", \"name\": \"0\"}".formatted(word))
                .post("/v1/editorial/topics")
                .then()
                .statusCode(201);
        renamed("topics", "m-" + word);
        renamed("topics", "z-" + word);
        assertEquals(List.of(slugs), each(article(draft).path("topics"), "slug"));
        publish(patched(read(draft), "{\"summary\": \"New\"}"));
        assertEquals(List.of(slugs), each(article(draft).path("topics"), "slug"));
        assertEquals(List.of(slugs), each(read(draft).json().path("topics"), "slug"));
        assertEquals(before.path("sections"), article(draft).path("sections"));
    }

    @Test
    void whatHappensToAuthorsReordersNoList() {
        String word = word();
        String[] slugs = {"z-" + word, "a-" + word, "m-" + word};
        Draft draft = published(withAuthors(slugs));
        Draft other = published(withAuthors("m-" + word, "z-" + word));
        renamed("authors", "m-" + word);
        renamed("authors", "a-" + word);
        unpublish(other);
        assertEquals(List.of(slugs), each(article(draft).path("authors"), "slug"));
        publish(patched(read(draft), "{\"summary\": \"New\"}"));
        assertEquals(List.of(slugs), each(article(draft).path("authors"), "slug"));
    }

    @Test
    void discardingAndRestoringKeepOrderAndIds() {
        Draft draft = published(full());
        JsonNode before = article(draft);
        JsonNode document = read(draft).json();

        patched(read(draft), "{\"takeaways\": [], \"sections\": [], \"faqs\": [], \"topics\": []}");
        ObjectNode earlier = document.deepCopy();
        earlier.remove(List.of("version", "updatedAt", "hasUnpublishedChanges", "wordCount", "readingMinutes"));
        Editor.put(read(draft), earlier).then().statusCode(200);
        publish(draft);
        assertSame(before, article(draft));

        trash(draft);
        restore(draft);
        publish(draft);
        assertSame(before, article(draft));
    }

    private static void assertSame(JsonNode before, JsonNode after) {
        for (String member : List.of("lead", "sections", "takeaways", "faqs", "topics", "authors", "series", "slug")) {
            assertEquals(before.path(member), after.path(member), member);
        }
    }

    private static void renamed(String list, String slug) {
        editor("application/merge-patch+json", "{\"name\": \"Renamed " + word() + "\"}")
                .patch("/v1/editorial/" + list + "/" + slug)
                .then()
                .statusCode(200);
    }

    private static String etag(Draft draft, String rest) {
        return given().get("/v1/articles/" + draft.id() + rest)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
