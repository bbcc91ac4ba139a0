package dev.galley.api;

import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patch;
import static dev.galley.api.Editor.patchPart;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.put;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.restore;
import static dev.galley.api.Editor.trash;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.ArticleModel.Part;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people report to the trackers of other headless systems as lost, reordered, doubled or overwritten, done here
 * again. Each test names the reports whose steps it takes.
 */
@ApiTest
class ReplaysTest {
    private static final List<String> ORDERED = List.of("authors", "topics", "lead", "sections", "takeaways", "faqs");

    // Order

    /** Strapi 22228 and 25582: relations in the order of their ids, not the editor's, from the first publication on. */
    @Test
    void theFirstPublicationHasTheOrderOfTheDraft() {
        Draft draft = published(ordered("z", "m", "a", "q"));
        assertDeliversInOrder(draft, "z", "m", "a", "q");
    }

    /** Strapi 26786 and 27622: what only changed places keeps its old place in public. */
    @ParameterizedTest
    @ValueSource(strings = {"d,c,b,a", "b,a,c,d", "a,c,b,d", "d,a,b,c", "b,d,a,c"})
    void whatOnlyChangedPlacesIsPublishedInItsNewPlace(String order) {
        Draft draft = published(ordered("a", "b", "c", "d"));
        JsonNode before = article(draft);
        ObjectNode document = draft.json().deepCopy();
        ORDERED.forEach(member -> rearrange((ArrayNode) document.path(member), List.of(order.split(","))));
        put(read(draft), asDocument(document)).then().statusCode(200);
        publish(draft);
        assertDeliversInOrder(draft, order.split(","));
        for (String member : List.of("lead", "sections", "takeaways", "faqs")) {
            assertEquals(
                    sorted(each(before.path(member), "id")),
                    sorted(each(article(draft).path(member), "id")),
                    member);
        }
    }

    /** Strapi 22607, Directus 24195: who corrects one entry of a list finds it at the end of the list. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void whoCorrectsAPartFindsItWhereItStood(int index) {
        Draft draft = published(ordered("a", "b", "c", "d"));
        JsonNode before = draft.json();
        patchPart(draft, "sections", id(before, "sections", index), "{\"heading\": \"Corrected\"}");
        patchPart(draft, "takeaways", id(before, "takeaways", index), "{\"text\": \"Corrected\"}");
        patchPart(draft, "faqs", id(before, "faqs", index), "{\"question\": \"Corrected?\"}");
        patchPart(draft, "blocks", id(before, "lead", index), "{\"text\": \"Corrected\"}");
        publish(draft);
        for (String member : List.of("lead", "sections", "takeaways", "faqs")) {
            assertEquals(each(before.path(member), "id"), each(article(draft).path(member), "id"), member);
        }
        for (String list : List.of("sections", "takeaways", "faqs")) {
            assertEquals(each(before.path(list), "id"), each(across(list, draft), "id"), list);
        }
    }

    /** Strapi 23155 and 22607: publishing or correcting a related entry moves it to the end of everybody's lists. */
    @Test
    void aTopicOrAuthorWhoIsRenamedStaysInPlaceEverywhere() {
        String word = word();
        List<Draft> drafts =
                List.of(published(orderedBy(word, "a", "b", "c")), published(orderedBy(word, "a", "b", "c")));
        Draft reversed = published(withTopics("c-" + word, "b-" + word, "a-" + word));
        rename("topics", "a-" + word);
        rename("authors", "b-" + word);
        for (Draft draft : drafts) {
            assertEquals(
                    List.of("Renamed", "B " + capital(word), "C " + capital(word)),
                    each(article(draft).path("topics"), "name"));
            assertEquals(
                    List.of("A " + capital(word), "Renamed", "C " + capital(word)),
                    each(article(draft).path("authors"), "name"));
            assertEquals(article(draft).path("topics"), read(draft).json().path("topics"));
            publish(patchedSummary(draft));
            assertSlugs(draft, word, "a", "b", "c");
        }
        assertEquals(
                List.of("c-" + word, "b-" + word, "a-" + word),
                each(article(reversed).path("topics"), "slug"));
    }

    /** Strapi 23460 and 25764: what was unpublished and published again is missing, or last, in the lists it was in. */
    @Test
    void anArticleThatGoesAndComesBackReordersNoOther() {
        String word = word();
        Draft stays = published(orderedBy(word, "c", "a", "b"));
        Draft goes = published(orderedBy(word, "b", "c", "a"));
        JsonNode before = article(stays);
        JsonNode gone = article(goes);
        unpublish(goes);
        assertEquals(before, article(stays));
        publish(goes);
        assertEquals(before, article(stays));
        assertSameParts(gone, article(goes));
    }

    /** Strapi 22607 from outside: a page that is corrected jumps in the list of pages. */
    @Test
    void aCorrectedArticleKeepsItsPlaceInTheList() {
        String topic = word();
        List<Draft> drafts = IntStream.range(0, 4)
                .mapToObj(i -> published(withTopics(topic)))
                .toList();
        List<String> order = each(delivered("/v1/articles?topic=" + topic).path("data"), "id");
        for (Draft draft : List.of(drafts.get(1), drafts.get(0))) {
            publish(patchedSummary(draft));
            assertEquals(order, each(delivered("/v1/articles?topic=" + topic).path("data"), "id"));
        }
        unpublish(drafts.get(2));
        publish(drafts.get(2));
        assertEquals(order, each(delivered("/v1/articles?topic=" + topic).path("data"), "id"));
    }

    /** Directus 16206 and 3721: each time a list is sorted, it has more entries. */
    @Test
    void sortingMakesNoCopies() {
        Draft draft = published(ordered("a", "b", "c", "d"));
        JsonNode before = draft.json();
        for (int round = 0; round < 4; round++) {
            for (String parts : List.of("sections", "takeaways", "faqs")) {
                Editor.move(draft, parts, id(before, parts, round), "{\"position\": 0}")
                        .then()
                        .statusCode(200);
            }
            Editor.move(draft, "blocks", id(before, "lead", round), "{\"position\": 0}")
                    .then()
                    .statusCode(200);
            publish(draft);
        }
        assertEquals(List.of("d", "c", "b", "a"), each(article(draft).path("takeaways"), "text"));
        for (String parts : List.of("sections", "takeaways", "faqs")) {
            List<String> ids = new ArrayList<>(each(before.path(parts), "id"));
            Collections.reverse(ids);
            assertEquals(ids, each(article(draft).path(parts), "id"), parts);
            assertEquals(ids, each(across(parts, draft), "id"), parts);
        }
    }

    // Nothing twice

    /** Strapi 23706 and 23790, Craft 7508: two entries after one was published. */
    @Test
    void whatIsPublishedAgainAndAgainIsThereOnce() {
        String topic = word();
        ObjectNode document = full();
        document.set("topics", withTopics(topic).path("topics"));
        Draft draft = published(document);
        Concurrently.each(4, i -> publish(draft));
        publish(patchedSummary(draft));
        unpublish(draft);
        publish(draft);
        assertEquals(
                List.of(draft.id()),
                each(delivered("/v1/articles?topic=" + topic).path("data"), "id"));
        assertEquals(1, delivered("/v1/topics/" + topic).path("articleCount").asInt());
        for (Part part : List.of(Part.SECTION, Part.TAKEAWAY, Part.FAQ)) {
            assertEquals(ArticleModel.ids(article(draft), part), each(across(part.path, draft), "id"), part.path);
        }
        JsonNode drafts = Editor.json(editor().get(Editor.ARTICLES + "?limit=100"));
        assertEquals(1, Collections.frequency(each(drafts.path("data"), "id"), draft.id()));
    }

    /** Ghost 30640: the timer of a post that was published by hand meanwhile publishes it a second time. */
    @Test
    void whatWasPublishedByHandBeforeItsTimeIsNotPublishedAgainThen() {
        Draft draft = post(minimal());
        Draft later = post(minimal());
        Instant at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        publishAt(draft, at).then().statusCode(200);
        publishAt(later, at.plusMillis(1)).then().statusCode(200);
        publish(draft);
        patchedSummary(draft);
        JsonNode byHand = article(draft);
        await().until(() -> read(later).at("/status").equals("published"));
        assertEquals(byHand, article(draft));
        assertTrue(read(draft).json().path("hasUnpublishedChanges").asBoolean());
    }

    /** Craft 7508: who changes a copy changes what it was copied from. */
    @Test
    void aCopyIsAnArticleOfItsOwn() {
        Draft original = published(full());
        JsonNode before = article(original);
        ObjectNode copied = asDocument(read(original).json().deepCopy());
        copied.put("slug", word()).remove("translationKey");
        Draft copy = published(copied);
        patchPart(copy, "takeaways", copy.at("/takeaways/0/id"), "{\"text\": \"Only here\"}");
        Editor.deletePart(copy, "sections", copy.at("/sections/0/id"));
        publish(copy);
        assertEquals(before, article(original));
        assertSameParts(before, read(original).json());
        trash(copy);
        assertEquals(before, article(original));
    }

    // Nothing lost

    /** Strapi 25361, 24342 and 24438: a relation to what isn't public yet is gone once the entry is published. */
    @Test
    void aTopicThatNothingPublicHadIsThereOnceAnArticleWithItIsPublished() {
        String word = word();
        Draft first = post(withTopics("new-" + word, "other-" + word));
        Draft second = post(withTopics("other-" + word, "new-" + word));
        publish(first);
        publish(second);
        assertEquals(
                List.of("new-" + word, "other-" + word), each(article(first).path("topics"), "slug"));
        assertEquals(
                List.of("other-" + word, "new-" + word), each(article(second).path("topics"), "slug"));
        assertEquals(2, delivered("/v1/topics/new-" + word).path("articleCount").asInt());
    }

    /** The same by deleting what a draft relates to. */
    @Test
    void aTopicOrAuthorDeletedUnderADraftIsNotLostToIt() {
        String word = word();
        Draft draft = post(orderedBy(word, "b", "a"));
        for (String gone : List.of("topics/b-" + word, "authors/a-" + word)) {
            editor().delete("/v1/editorial/" + gone).then().statusCode(204);
        }
        assertEquals(List.of("b-" + word, "a-" + word), each(read(draft).json().path("topics"), "slug"));
        publish(draft);
        assertSlugs(draft, word, "b", "a");
    }

    /** Strapi 19910: a relation that was taken out of the draft is back after publishing. */
    @Test
    void whatWasTakenOutStaysOut() {
        String word = word();
        Draft draft = published(orderedBy(word, "a", "b", "c"));
        patch(read(draft), "{\"topics\": [\"c-" + word + "\", \"a-" + word + "\"], \"authors\": []}")
                .then()
                .statusCode(200);
        publish(draft);
        publish(patchedSummary(draft));
        assertEquals(List.of("c-" + word, "a-" + word), each(article(draft).path("topics"), "slug"));
        assertEquals(0, article(draft).path("authors").size());
        assertEquals(article(draft).path("topics"), read(draft).json().path("topics"));
        given().get("/v1/authors/b-" + word).then().statusCode(404);
    }

    /** Strapi 24280: who discards a change loses relations that had nothing to do with it. */
    @Test
    void whoPutsBackTheVersionBeforeLosesNothing() {
        Draft draft = published(full());
        JsonNode before = article(draft);
        Draft edited = patched(
                draft,
                "{\"title\": \"Never mind\", \"topics\": [], \"sections\": [], \"hero\": null, \"series\": null}");
        Draft back = Draft.of(put(edited, asDocument(draft.json().deepCopy()))
                .then()
                .statusCode(200)
                .extract()
                .response());
        for (String member : List.of("title", "topics", "authors", "series", "hero", "lead", "sections", "faqs")) {
            assertEquals(draft.json().path(member), back.json().path(member), member);
        }
        assertEquals(before, article(draft));
        publish(draft);
        assertSameParts(before, article(draft));
    }

    /** Strapi 23460: relations are null after the entry was unpublished and published again. */
    @Test
    void unpublishedAndPublishedAgainEverythingIsAsItWas() {
        Draft draft = published(full());
        JsonNode before = article(draft);
        unpublish(draft);
        assertSameParts(before, read(draft).json());
        publish(draft);
        assertEquals(Documents.without(before, "updatedAt"), Documents.without(article(draft), "updatedAt"));
    }

    /** Strapi 21355 and Payload 5834: an edit of one member publishes or drops others that wait in the draft. */
    @Test
    void anEditOfOnePartLeavesWhatWaitsInTheDraftWaiting() {
        Draft draft = published(full());
        JsonNode before = article(draft);
        patched(draft, "{\"summary\": \"Waits\"}");
        patchPart(draft, "takeaways", draft.at("/takeaways/0/id"), "{\"text\": \"Waits too\"}");
        assertEquals(before, article(draft));
        JsonNode now = read(draft).json();
        assertEquals("Waits", now.path("summary").asText());
        assertEquals("Waits too", now.at("/takeaways/0/text").asText());
        assertEquals(draft.json().path("sections"), now.path("sections"));
    }

    // The trash

    /** WordPress-iOS 14423, WordPress 44805: restored, a post has "__trashed" in its slug. */
    @Test
    void whatComesBackFromTheTrashHasItsSlugIdsAndOrder() {
        Draft draft = published(full());
        JsonNode before = article(draft);
        trash(draft).then().statusCode(204);
        restore(draft).then().statusCode(200);
        Draft back = read(draft);
        assertEquals(draft.slug(), back.slug());
        assertEquals(draft.version(), back.version());
        assertSameParts(before, back.json());
        publish(draft);
        assertEquals(before.path("slug"), article(draft).path("slug"));
        assertEquals(before.path("publishedAt"), article(draft).path("publishedAt"));
        assertSameParts(before, article(draft));
    }

    /** Publii 930 and wp-customize-posts 217: saving a trashed post publishes it. */
    @Test
    void whatIsInTheTrashIsNeitherEditedNorPublished() {
        Draft draft = published(full());
        trash(draft);
        put(draft, asDocument(draft.json().deepCopy()).put("title", title("Back")))
                .then()
                .statusCode(409);
        patchPart(draft, "takeaways", draft.at("/takeaways/0/id"), "{\"text\": \"Back\"}")
                .then()
                .statusCode(409);
        editor().post(draft.url() + "/publish").then().statusCode(409);
        publishAt(draft, Instant.parse("2999-01-01T00:00:00Z")).then().statusCode(409);
        given().get("/v1/articles/" + draft.id()).then().statusCode(410);
        restore(draft);
        assertSameParts(draft.json(), read(draft).json());
        given().get("/v1/articles/" + draft.id()).then().statusCode(410);
    }

    /** Strapi 16906, 12639 and 17338: what was unpublished is still delivered, by its id or through a relation. */
    @Test
    void whatWasUnpublishedIsDeliveredOnNoPath() {
        String topic = word();
        ObjectNode document = full();
        document.set("topics", withTopics(topic).path("topics"));
        Draft draft = published(document);
        Draft other = published(withTopics(topic));
        unpublish(draft);
        for (String name : List.of(draft.id(), draft.slug())) {
            given().get("/v1/articles/" + name).then().statusCode(410);
            for (String parts : List.of("sections", "takeaways", "faqs")) {
                given().get("/v1/articles/" + name + "/" + parts).then().statusCode(410);
                assertEquals(
                        0,
                        delivered("/v1/" + parts + "?article=" + name)
                                .path("data")
                                .size());
            }
        }
        assertEquals(
                List.of(other.id()),
                each(delivered("/v1/articles?topic=" + topic).path("data"), "id"));
        assertEquals(1, delivered("/v1/topics/" + topic).path("articleCount").asInt());
    }

    // Two at one article

    /** Payload 15486 and 2923, Ghost 6288 and 5599: the tab that saves last overwrites what the other one saved. */
    @Test
    void anOldTabOverwritesNothing() {
        Draft opened = post(full());
        Draft firstTab =
                Draft.of(put(opened, asDocument(opened.json().deepCopy()).put("title", "From the first tab"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .response());
        Response secondTab = put(opened, asDocument(opened.json().deepCopy()).put("summary", "From the second tab"));
        secondTab
                .then()
                .statusCode(412)
                .body("currentVersion", is((int) firstTab.version()))
                .body("changed", hasItem("/title"));
        assertEquals(firstTab.json(), read(opened).json());
        patch(opened, "{\"summary\": \"From the second tab\"}").then().statusCode(412);
        patched(read(opened), "{\"summary\": \"From the second tab\"}");
        assertEquals("From the first tab", read(opened).at("/title"));
        assertEquals("From the second tab", read(opened).at("/summary"));
    }

    /** Ghost 6288: an old tab, opened before the post was published, is saved after it. */
    @Test
    void anOldTabNeitherUnpublishesNorPublishes() {
        Draft opened = post(full());
        Draft newer = patched(opened, "{\"title\": \"Newer\"}");
        publish(newer);
        JsonNode before = article(newer);
        for (String act : List.of("publish", "unpublish")) {
            editor().header("If-Match", opened.etag())
                    .post(opened.url() + "/" + act)
                    .then()
                    .statusCode(412);
        }
        editor().header("If-Match", opened.etag()).delete(opened.url()).then().statusCode(412);
        assertEquals(before, article(newer));
    }

    /** Payload 15486, by parts: both tabs are right, since they changed different things. */
    @Test
    void tabsThatChangedDifferentPartsBothKeepTheirs() {
        Draft opened = post(full());
        patchPart(opened, "faqs", opened.at("/faqs/0/id"), "{\"question\": \"First tab?\"}")
                .then()
                .statusCode(200);
        patchPart(opened, "takeaways", opened.at("/takeaways/1/id"), "{\"text\": \"Second tab\"}")
                .then()
                .statusCode(200);
        JsonNode now = read(opened).json();
        assertEquals("First tab?", now.at("/faqs/0/question").asText());
        assertEquals("Second tab", now.at("/takeaways/1/text").asText());
    }

    // Locales

    /** Payload 7211 and 9704, Strapi 24648: publishing one locale publishes, or deletes, the others. */
    @Test
    void whatHappensToOneLocaleHappensToNoOther() {
        String key = word();
        Draft english = published(translation(key, "en"));
        Draft french = post(translation(key, "fr"));
        Draft german = published(translation(key, "de"));
        Draft germanAhead = patched(german, "{\"title\": \"Noch nicht\"}");
        JsonNode frenchBefore = french.json();

        publish(patchedSummary(english));
        given().get("/v1/articles/" + french.id()).then().statusCode(404);
        assertEquals(frenchBefore, read(french).json());
        assertEquals(german.at("/title"), article(german).path("title").asText());
        assertEquals(germanAhead.json(), read(german).json());

        JsonNode germanBefore = article(german);
        unpublish(english);
        assertEquals(content(germanBefore), content(article(german)));
        trash(english);
        assertEquals(content(germanBefore), content(article(german)));
        assertEquals(frenchBefore, read(french).json());
        publish(french);
        given().get("/v1/articles/" + english.id()).then().statusCode(410);
        assertEquals(content(germanBefore), content(article(german)));
    }

    // Slugs

    /** EmDash 2034, Orchard 383: two drafts with one slug, and the second publication fails with the database's words. */
    @Test
    void oneSlugHasOneHolderAndWhoWantsItTooIsToldWho() {
        Draft holder = post(minimal().put("slug", word()));
        Draft other = post(minimal());
        for (int round = 0; round < 2; round++) {
            patch(other, "{\"slug\": \"" + holder.slug() + "\"}")
                    .then()
                    .statusCode(409)
                    .body("holder.id", is(holder.id()))
                    .body("holder.slug", is(holder.slug()));
            editor(minimal().put("slug", holder.slug()))
                    .post(Editor.ARTICLES)
                    .then()
                    .statusCode(409)
                    .body("holder.id", is(holder.id()));
            publish(holder);
        }
        assertEquals(other.slug(), read(other).slug());
    }

    /** The same where the holder gave its slug up, but not yet in public. */
    @Test
    void aSlugThatIsStillPublicIsNotFreeYet() {
        Draft holder = published(minimal().put("slug", word()));
        String slug = holder.slug();
        patched(holder, "{\"slug\": \"" + word() + "\"}");
        editor(minimal().put("slug", slug)).post(Editor.ARTICLES).then().statusCode(409);
        publish(holder);
        Draft next = published(minimal().put("slug", slug));
        assertEquals(next.id(), delivered("/v1/articles/" + slug).path("id").asText());
        assertEquals(holder.id(), article(holder).path("id").asText());
    }

    // How the articles are made

    /** Every list of it in one order: its entries are called by these words. */
    private static ObjectNode ordered(String... words) {
        return orderedBy(word(), words);
    }

    private static ObjectNode orderedBy(String own, String... words) {
        ObjectNode document = minimal();
        ArrayNode topics = document.putArray("topics");
        ArrayNode authors = document.putArray("authors");
        ArrayNode lead = document.putArray("lead");
        ArrayNode sections = document.putArray("sections");
        ArrayNode takeaways = document.putArray("takeaways");
        ArrayNode faqs = document.putArray("faqs");
        for (String word : words) {
            topics.add(word + "-" + own);
            authors.add(word + "-" + own);
            lead.add(Documents.paragraph(word));
            sections.add(section(word));
            takeaways.add(takeaway(word));
            faqs.add(faq(word + "?"));
        }
        return document;
    }

    private static void assertDeliversInOrder(Draft draft, String... words) {
        JsonNode article = article(draft);
        List<String> order = List.of(words);
        assertEquals(order, firstLetters(each(article.path("topics"), "slug")));
        assertEquals(order, firstLetters(each(article.path("authors"), "slug")));
        assertEquals(order, each(article.path("lead"), "text"));
        assertEquals(order, each(article.path("sections"), "heading"));
        assertEquals(order, each(article.path("takeaways"), "text"));
        assertEquals(order, firstLetters(each(article.path("faqs"), "question")));
        assertEquals(order, each(across("sections", draft), "heading"));
        assertEquals(order, each(across("takeaways", draft), "text"));
        assertEquals(order, firstLetters(each(across("faqs", draft), "question")));
    }

    private static void assertSlugs(Draft draft, String own, String... words) {
        List<String> slugs =
                List.of(words).stream().map(word -> word + "-" + own).toList();
        assertEquals(slugs, each(article(draft).path("topics"), "slug"));
        assertEquals(slugs, each(article(draft).path("authors"), "slug"));
    }

    private static List<String> firstLetters(List<String> words) {
        return words.stream().map(word -> word.substring(0, 1)).toList();
    }

    /** Brings a list into the order of the first letters of its entries' own words. */
    private static void rearrange(ArrayNode list, List<String> order) {
        List<JsonNode> entries = new ArrayList<>();
        order.forEach(word -> list.forEach(entry -> {
            if (own(entry).startsWith(word)) {
                entries.add(entry);
            }
        }));
        assertEquals(list.size(), entries.size());
        list.removeAll();
        list.addAll(entries);
    }

    private static String own(JsonNode entry) {
        return List.of("slug", "text", "heading", "question").stream()
                .filter(entry::has)
                .findFirst()
                .map(member -> entry.path(member).asText())
                .orElseThrow();
    }

    private static JsonNode across(String parts, Draft draft) {
        return delivered("/v1/" + parts + "?limit=100&article=" + draft.id()).path("data");
    }

    private static String id(JsonNode document, String member, int index) {
        return document.path(member).path(index).path("id").asText();
    }

    /** What a client sends that keeps to the document itself. */
    private static ObjectNode asDocument(ObjectNode read) {
        return read.retain(
                "slug",
                "locale",
                "translationKey",
                "title",
                "summary",
                "authors",
                "topics",
                "series",
                "hero",
                "lead",
                "sections",
                "takeaways",
                "faqs",
                "seo");
    }

    private static void assertSameParts(JsonNode before, JsonNode after) {
        for (String member : List.of("title", "summary", "series", "hero", "seo")) {
            assertEquals(before.path(member), after.path(member), member);
        }
        ORDERED.forEach(member -> assertEquals(before.path(member), after.path(member), member));
    }

    /** Without what other articles change of it. */
    private static JsonNode content(JsonNode article) {
        return Documents.without(article, "translations");
    }

    private static ObjectNode translation(String key, String locale) {
        return minimal(title("In " + locale)).put("translationKey", key).put("locale", locale);
    }

    private static Draft patchedSummary(Draft draft) {
        return patched(read(draft), "{\"summary\": \"" + word() + "\"}");
    }

    private static void rename(String kind, String slug) {
        editor(Editor.MERGE_PATCH, json("{'name': 'Renamed'}").toString())
                .patch("/v1/editorial/" + kind + "/" + slug)
                .then()
                .statusCode(200);
    }

    private static Response publishAt(Draft draft, Instant at) {
        return editor("application/json", "{\"at\": \"" + at + "\"}").post(draft.url() + "/publish");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }
}
