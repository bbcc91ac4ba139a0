package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code /v1/articles/{a}/related}: which articles are near one, and why. */
@ApiTest
class RelatedTest {
    private static JsonNode related(Draft article) {
        return delivered("/v1/articles/" + article.slug() + "/related").path("data");
    }

    private static ObjectNode says(String... texts) {
        ObjectNode[] blocks = new ObjectNode[texts.length];
        IntStream.range(0, texts.length).forEach(i -> blocks[i] = paragraph(texts[i]));
        return withLead(blocks).put("title", word());
    }

    /** By no word that others have. */
    private static ObjectNode titled() {
        return minimal(word());
    }

    private static Draft about(String topic, ObjectNode document) {
        document.set("topics", withTopics(topic).path("topics"));
        return published(document);
    }

    private static JsonNode reason(JsonNode item, String member) {
        for (JsonNode reason : item.path("because")) {
            if (reason.has(member)) {
                return reason.path(member);
            }
        }
        throw new AssertionError("no " + member + " in " + item);
    }

    @Test
    void whatSharesTopicAndWordsIsNearerThanWhatSharesOne() {
        String topic = word();
        String one = "Q" + word();
        String other = "z" + word();
        Draft article = about(topic, says("Of " + one + " and " + other, one + " again, the " + other));
        Draft both = about(topic, says(one + " with " + other));
        Draft topicAlone = about(topic, says("Something else"));
        Draft wordsAlone = published(says(one.toLowerCase(Locale.ROOT) + " " + other + " and more"));
        JsonNode related = related(article);
        List<String> slugs = each(related, "slug");
        assertEquals(both.slug(), slugs.get(0));
        assertTrue(slugs.containsAll(List.of(topicAlone.slug(), wordsAlone.slug())), slugs.toString());
        assertFalse(slugs.contains(article.slug()));
        assertEquals(topic, reason(related.get(0), "topic").asText());
        assertTrue(reason(related.get(0), "words").toString().contains("\"" + one + "\""), related.toString());
        assertTrue(reason(related.get(0), "words").toString().contains("\"" + other + "\""), related.toString());
        JsonNode shown = related.get(0);
        assertEquals(both.at("/title"), shown.path("title").asText());
        assertEquals(topic, shown.at("/topics/0/slug").asText());
        assertTrue(shown.has("hero") && shown.has("summary") && shown.has("readingMinutes"));
    }

    @Test
    void thereAreTenAtMost() {
        String topic = word();
        Draft article = about(topic, titled());
        IntStream.range(0, 12).forEach(i -> about(topic, titled()));
        assertEquals(10, related(article).size());
    }

    @Test
    void articlesInOtherLanguagesAreNoReading() {
        String topic = word();
        Draft article = about(topic, titled());
        Draft german = about(topic, titled().put("locale", "de"));
        assertFalse(each(related(article), "slug").contains(german.slug()));
        assertFalse(each(related(german), "slug").contains(article.slug()));
    }

    @Test
    void whatIsWithdrawnIsNotRelated() {
        String topic = word();
        Draft article = about(topic, titled());
        Draft other = about(topic, titled());
        assertEquals(List.of(other.slug()), each(related(article), "slug"));
        unpublish(other);
        assertEquals(0, related(article).size());
    }

    @Test
    void wordsThatSayNothingAreNoReason() {
        String word = "z" + word();
        ObjectNode document = says("This is what the " + word + " of it is about");
        Draft article = published(document);
        published(says("What this is about is of the " + word));
        JsonNode words = reason(related(article).get(0), "words");
        assertEquals(array(words.get(0)), words);
        assertEquals(word, words.get(0).asText());
    }

    @Test
    void anArticleThatIsNotThereHasNoRelatives() {
        given().get("/v1/articles/no-such-article/related").then().statusCode(404);
        Draft article = published(titled());
        unpublish(article);
        given().get("/v1/articles/" + article.slug() + "/related").then().statusCode(410);
    }
}
