package dev.galley.api;

import static dev.galley.api.Documents.assertHolds;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.keys;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.withAuthors;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class PublishingTest {
    // What is public, and how it looks

    @Test
    void nothingOfADraftIsVisibleBeforeItIsPublished() {
        String secret = word();
        Draft draft = post(json("{'title': 'T %', 'slug': 't-%', 'summary': '%', 'topics': ['topic-%'],"
                .concat(" 'authors': ['author-%'], 'lead': [{'type': 'paragraph', 'text': '%'}],")
                .concat(" 'sections': [{'heading': '%', 'blocks': [{'type': 'code', 'code': '%', 'language': '%'}]}],")
                .concat(" 'takeaways': [{'text': '%'}], 'faqs': [{'question': '%?', 'answer': []}]}")
                .replace("%", secret)));
        assertNowhere(secret, List.of(draft.id(), "t-" + secret), "topic-" + secret, "author-" + secret);
    }

    @Test
    void aNewerDraftOfAPublishedArticleIsVisibleNowhere() {
        Draft draft = published(full());
        String secret = word();
        patched(
                draft,
                "{'title': '%', 'slug': 't-%', 'summary': '%', 'topics': ['topic-%'], 'takeaways': [{'text': '%'}]}"
                        .replace('\'', '"')
                        .replace("%", secret));
        assertNowhere(secret, List.of("t-" + secret), "topic-" + secret, "author-" + secret);
        assertFalse(article(draft).toString().contains(secret));
    }

    @Test
    void anArticleHasTheKeysOfItsContractInTheirOrder() {
        List<String> contract = List.of(
                "id",
                "slug",
                "locale",
                "title",
                "summary",
                "authors",
                "topics",
                "series",
                "hero",
                "publishedAt",
                "updatedAt",
                "version",
                "wordCount",
                "readingMinutes",
                "lead",
                "sections",
                "takeaways",
                "faqs",
                "seo",
                "translations",
                "fallback",
                "links");
        assertEquals(contract, keys(article(published(full()))));
        assertEquals(contract, keys(article(published(minimal()))));
    }

    @Test
    void itsPartsHaveTheKeysOfTheirContract() {
        JsonNode article = article(published(full()));
        assertEquals(List.of("slug", "name", "url"), keys(article.at("/authors/0")));
        assertEquals(List.of("slug", "name", "kind"), keys(article.at("/topics/0")));
        assertEquals(List.of("slug", "title", "position"), keys(article.at("/series")));
        assertEquals(List.of("url", "alt", "caption", "width", "height"), keys(article.at("/hero")));
        assertEquals(
                List.of("id", "anchor", "heading", "level", "blocks", "sections"), keys(article.at("/sections/0")));
        assertEquals(List.of("id", "text"), keys(article.at("/takeaways/0")));
        assertEquals(List.of("id", "anchor", "question", "answer"), keys(article.at("/faqs/0")));
        assertEquals(List.of("title", "description", "canonicalUrl", "noindex"), keys(article.at("/seo")));
        assertEquals(List.of("self", "html", "markdown", "jsonld"), keys(article.at("/links")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'paragraph', 'text': 'P'} | type,id,text",
                "{'type': 'list', 'items': []} | type,id,style,start,items",
                "{'type': 'code', 'code': 'c'} | type,id,code,language,filename,caption",
                "{'type': 'callout', 'blocks': []} | type,id,kind,title,blocks",
                "{'type': 'quote', 'blocks': []} | type,id,blocks,attribution",
                "{'type': 'image', 'url': '/i.png'} | type,id,url,alt,caption,width,height",
                "{'type': 'table', 'head': ['H']} | type,id,head,rows,align",
                "{'type': 'embed', 'url': 'https://example.org/v'} | type,id,url,provider,title",
                "{'type': 'divider'} | type,id"
            })
    void aBlockHasAllItsKeysWhateverWasSent(String block, String keys) {
        JsonNode lead = article(published(Documents.withLead(json(block)))).at("/lead/0");
        assertEquals(List.of(keys.split(",")), keys(lead));
    }

    @Test
    void anItemOfAListHasAllItsKeys() {
        Draft draft = published(Documents.withLead(json("{'type': 'list', 'items': [{'text': 'One'}]}")));
        assertEquals(List.of("text", "checked", "blocks"), keys(article(draft).at("/lead/0/items/0")));
    }

    @Test
    void everyMemberIsDeliveredAsItWasSent() {
        ObjectNode document = full();
        document.remove("translationKey");
        assertHolds(document, delivered("/v1/articles/" + published(document).slug()));
    }

    @Test
    void orderIdsAndAnchorsAreTheDrafts() {
        Draft draft = published(full());
        JsonNode article = article(draft);
        for (String member : List.of("lead", "sections", "takeaways", "faqs")) {
            assertEquals(draft.json().path(member), article.path(member), member);
        }
    }

    @Test
    void aSectionTellsItsLevel() {
        JsonNode sections = article(published(full())).path("sections");
        assertEquals(List.of("1", "2", "3", "2", "1"), levels(sections));
    }

    @Test
    void anArticleIsFoundBySlugAndById() {
        Draft draft = published(minimal());
        assertEquals(article(draft), delivered("/v1/articles/" + draft.slug()));
    }

    @Test
    void itsLinksAreAbsoluteAndLeadToItself() {
        Draft draft = published(minimal());
        String self = article(draft).at("/links/self").asText();
        assertTrue(self.startsWith("http") && self.endsWith("/v1/articles/" + draft.slug()), self);
        given().get(self).then().statusCode(200).body("id", is(draft.id()));
    }

    @Test
    void wordsAreCountedAsReadersDo() {
        ObjectNode document = Documents.withLead(paragraph("One **two** three."));
        assertEquals(
                article(published(document)).path("wordCount"),
                post(document.put("slug", word())).json().path("wordCount"));
    }

    @Test
    void timesAreUtc() {
        JsonNode article = article(published(minimal()));
        assertTrue(Instant.parse(article.path("publishedAt").asText())
                .isBefore(Instant.now().plusSeconds(60)));
        assertTrue(article.path("updatedAt").asText().endsWith("Z"));
    }

    // Again, and back

    @Test
    void aSavedChangeIsPublicOnceItIsPublishedAgain() {
        Draft draft = published(minimal().put("summary", "Old"));
        patched(draft, "{\"summary\": \"New\"}");
        assertEquals("Old", article(draft).path("summary").asText());
        publish(draft);
        assertEquals("New", article(draft).path("summary").asText());
    }

    @Test
    void publishedAtStaysAndUpdatedAtMovesOn() {
        Draft draft = published(minimal());
        JsonNode before = article(draft);
        patched(draft, "{\"summary\": \"New\"}");
        publish(draft);
        JsonNode after = article(draft);
        assertEquals(before.path("publishedAt"), after.path("publishedAt"));
        assertTrue(instant(after, "updatedAt").isAfter(instant(before, "updatedAt")));
        assertEquals(2, after.path("version").asInt());
    }

    @Test
    void publishingTheSameVersionAgainChangesNothing() {
        Draft draft = published(full());
        JsonNode before = article(draft);
        publish(draft);
        assertEquals(before, article(draft));
    }

    @Test
    void partsThatWereRemovedAreRemovedFromDelivery() {
        Draft draft = published(full());
        patched(draft, "{\"takeaways\": [], \"faqs\": null, \"sections\": []}");
        publish(draft);
        for (String parts : List.of("sections", "takeaways", "faqs")) {
            assertEquals(
                    0,
                    delivered("/v1/" + parts + "?article=" + draft.slug())
                            .path("data")
                            .size(),
                    parts);
            assertEquals(0, article(draft).path(parts).size(), parts);
        }
    }

    @Test
    void partsThatMovedMoveInDelivery() {
        Draft draft = published(withSections(section("One"), section("Two"), section("Three")));
        Editor.move(draft, "sections", draft.at("/sections/2/id"), "{\"position\": 0}");
        publish(draft);
        String across = "/v1/sections?article=" + draft.slug();
        assertEquals(List.of("Three", "One", "Two"), each(delivered(across).path("data"), "heading"));
    }

    @Test
    void anUnpublishedArticleIsGone() {
        Draft draft = published(minimal());
        assertEquals("unpublished", unpublish(draft).at("/status"));
        for (String name : List.of(draft.slug(), draft.id(), draft.slug() + "/sections", draft.slug() + "/faqs")) {
            given().get("/v1/articles/" + name).then().statusCode(410);
        }
    }

    @Test
    void anUnpublishedArticleComesBackUnderTheSameAddressAndDate() {
        Draft draft = published(minimal());
        JsonNode before = article(draft);
        unpublish(draft);
        publish(draft);
        assertEquals(before.path("publishedAt"), article(draft).path("publishedAt"));
        assertEquals(before.path("slug"), article(draft).path("slug"));
    }

    @Test
    void whatWasNeverPublicIsNotFound() {
        Draft draft = post(minimal());
        given().get("/v1/articles/" + draft.slug()).then().statusCode(404);
        given().get("/v1/articles/" + draft.id()).then().statusCode(404);
    }

    @Test
    void unpublishingADraftThatIsNotPublicLeavesItADraft() {
        assertEquals("draft", unpublish(post(minimal())).at("/status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"at\": null, \"note\": null}", "{\"note\": \"Checked by Mara\"}"})
    void aNoteMayComeWithIt(String body) {
        Draft draft = post(minimal());
        editor("application/json", body).post(draft.url() + "/publish").then().statusCode(200);
        assertEquals(draft.id(), article(draft).path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{\"when\": \"now\"}", "{\"note\": 7}", "{"})
    void whatIsNoOrderToPublishIsRefused(String body) {
        Draft draft = post(minimal());
        editor("application/json", body).post(draft.url() + "/publish").then().statusCode(400);
        given().get("/v1/articles/" + draft.id()).then().statusCode(404);
    }

    @Test
    void aStaleVersionIsNotPublishedWhereOneIsAskedFor() {
        Draft draft = post(minimal());
        patched(draft, "{\"summary\": \"New\"}");
        editor().header("If-Match", draft.etag())
                .post(draft.url() + "/publish")
                .then()
                .statusCode(412);
    }

    // What stands in the way

    @Test
    void equalAnchorsStandInTheWay() {
        ObjectNode document = withSections(
                section("One").put("anchor", "same"),
                section("Two", section("In").put("anchor", "same")));
        document.set("faqs", Documents.array(faq("Why?").put("anchor", "same")));
        Draft draft = post(document);
        editor().post(draft.url() + "/publish")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sections/1/sections/0/anchor", "/faqs/0/anchor"))
                .body("errors.code", contains("duplicate", "duplicate"));
        given().get("/v1/articles/" + draft.id()).then().statusCode(404);
    }

    @Test
    void whatIsPublicStaysWhereANewVersionCantBePublished() {
        Draft draft = published(withSections(section("One"), section("Two")));
        JsonNode before = article(draft);
        patched(
                draft,
                "{\"sections\": [{\"heading\": \"A\", \"anchor\": \"x\"}, {\"heading\": \"B\", \"anchor\": \"x\"}]}");
        editor().post(draft.url() + "/publish").then().statusCode(422);
        assertEquals(before, article(draft));
    }

    // Old slugs

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/sections", "/sections/moon", "/takeaways", "/faqs", "?text=html", "/sections?tree=true"})
    void anOldSlugLeadsToTheNewOne(String rest) {
        Draft draft = published(full());
        String renamed = renamed(draft);
        Response answer = given().redirects().follow(false).get("/v1/articles/" + draft.slug() + rest);
        assertEquals(308, answer.statusCode());
        assertTrue(answer.header("Location").endsWith("/v1/articles/" + renamed + rest), answer.header("Location"));
    }

    @Test
    void aSlugThatChangedOftenLeadsThereInOneHop() {
        Draft draft = published(minimal());
        String second = renamed(draft);
        String third = renamed(draft);
        for (String old : List.of(draft.slug(), second)) {
            given().redirects()
                    .follow(false)
                    .get("/v1/articles/" + old)
                    .then()
                    .statusCode(308)
                    .header("Location", endsWith("/v1/articles/" + third));
        }
    }

    @Test
    void anOldSlugIsFollowedToTheArticle() {
        Draft draft = published(minimal());
        String renamed = renamed(draft);
        given().get("/v1/articles/" + draft.slug()).then().statusCode(200).body("slug", is(renamed));
    }

    @Test
    void aRenamedDraftMovesNothingUntilItIsPublished() {
        Draft draft = published(minimal());
        String renamed = word();
        patched(draft, "{\"slug\": \"" + renamed + "\"}");
        given().redirects()
                .follow(false)
                .get("/v1/articles/" + draft.slug())
                .then()
                .statusCode(200);
        given().get("/v1/articles/" + renamed).then().statusCode(404);
    }

    @Test
    void anOldSlugThatIsTakenAgainBelongsToItsNewHolder() {
        Draft draft = published(minimal());
        renamed(draft);
        Draft next = published(minimal().put("slug", draft.slug()));
        assertEquals(
                next.id(), delivered("/v1/articles/" + draft.slug()).path("id").asText());
    }

    @Test
    void theOldSlugOfAnUnpublishedArticleIsGone() {
        Draft draft = published(minimal());
        String renamed = renamed(draft);
        unpublish(draft);
        for (String slug : List.of(draft.slug(), renamed)) {
            given().get("/v1/articles/" + slug).then().statusCode(410);
        }
    }

    @Test
    void redirectsAreListed() {
        Draft draft = published(minimal());
        String renamed = renamed(draft);
        JsonNode redirect = everyPage("/v1/redirects?limit=100").stream()
                .filter(entry -> entry.path("from").asText().equals(draft.slug()))
                .findFirst()
                .orElseThrow();
        assertEquals(renamed, redirect.path("to").asText());
    }

    // Topics and authors

    @Test
    void aTopicCountsItsPublishedArticles() {
        String topic = word();
        Draft draft = published(withTopics(topic));
        published(withTopics(topic));
        post(withTopics(topic));
        assertEquals(2, delivered("/v1/topics/" + topic).path("articleCount").asInt());
        unpublish(draft);
        assertEquals(1, delivered("/v1/topics/" + topic).path("articleCount").asInt());
    }

    @Test
    void anAuthorCountsTheirPublishedArticles() {
        String author = word();
        published(withAuthors(author));
        post(withAuthors(author));
        assertEquals(1, delivered("/v1/authors/" + author).path("articleCount").asInt());
    }

    @Test
    void aTopicThatOnlyDraftsUseIsNotFound() {
        String topic = word();
        post(withTopics(topic));
        given().get("/v1/topics/" + topic).then().statusCode(404);
        assertFalse(everyPage("/v1/topics?limit=100").toString().contains(topic));
    }

    @Test
    void anAuthorOfDraftsAloneIsNotFound() {
        String author = word();
        post(withAuthors(author));
        given().get("/v1/authors/" + author).then().statusCode(404);
        assertFalse(everyPage("/v1/authors?limit=100").toString().contains(author));
    }

    @Test
    void aTopicHasAllItsKeys() {
        String topic = word();
        published(withTopics(topic));
        assertEquals(
                List.of("slug", "name", "kind", "description", "sameAs", "articleCount"),
                keys(delivered("/v1/topics/" + topic)));
    }

    @Test
    void topicsStandInTheDocumentsOrder() {
        String word = word();
        Draft draft = published(withTopics("z-" + word, "a-" + word, "m-" + word));
        assertEquals(
                List.of("z-" + word, "a-" + word, "m-" + word),
                each(article(draft).path("topics"), "slug"));
    }

    @Test
    void manyArticlesPublishedAtOnceAreAllThere() {
        String topic = word();
        Concurrently.each(8, i -> published(withTopics(topic)));
        assertEquals(8, delivered("/v1/articles?topic=" + topic).path("data").size());
        assertEquals(8, delivered("/v1/topics/" + topic).path("articleCount").asInt());
    }

    /** Publishes it under another slug. */
    private static String renamed(Draft draft) {
        String slug = word();
        patched(Editor.read(draft), "{\"slug\": \"" + slug + "\"}");
        publish(draft);
        return slug;
    }

    private static void assertNowhere(String secret, List<String> names, String topic, String author) {
        for (String name : names) {
            for (String rest : List.of("", "/sections", "/takeaways", "/faqs", "/sections/" + secret)) {
                Response answer = given().get("/v1/articles/" + name + rest);
                assertEquals(404, answer.statusCode(), name + rest);
            }
        }
        for (String filter : List.of("?topic=" + topic, "?author=" + author)) {
            for (String list : List.of("articles", "sections", "takeaways", "faqs")) {
                assertEquals(0, delivered("/v1/" + list + filter).path("data").size(), list + filter);
            }
        }
        assertEquals(
                0, delivered("/v1/sections?codeLanguage=" + secret).path("data").size());
        for (String list : List.of("articles", "sections", "takeaways", "faqs", "topics", "authors", "redirects")) {
            assertFalse(delivered("/v1/" + list + "?limit=100").toString().contains(secret), list);
        }
    }

    private static List<JsonNode> everyPage(String path) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = delivered(path + cursor);
            page.path("data").forEach(entries::add);
            if (page.at("/page/next").isNull()) {
                return entries;
            }
            cursor = "&cursor=" + page.at("/page/next").asText();
        }
    }

    private static List<String> levels(JsonNode sections) {
        List<String> levels = new ArrayList<>();
        for (JsonNode section : sections) {
            levels.add(section.path("level").asText());
            levels.addAll(levels(section.path("sections")));
        }
        return levels;
    }

    private static Instant instant(JsonNode article, String member) {
        return Instant.parse(article.path(member).asText());
    }
}
