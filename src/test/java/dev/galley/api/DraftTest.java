package dev.galley.api;

import static dev.galley.api.Documents.assertHolds;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.keys;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.ARTICLES;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patch;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.purge;
import static dev.galley.api.Editor.put;
import static dev.galley.api.Editor.putMarkdown;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.restore;
import static dev.galley.api.Editor.trash;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class DraftTest {
    @Test
    void aTitleIsEnough() {
        editor(minimal("  Tides, and why!"))
                .post(ARTICLES)
                .then()
                .statusCode(201)
                .body("status", is("draft"))
                .body("version", is(1))
                .body("slug", startsWith("tides-and-why"))
                .body("locale", is("en"))
                .body("hasUnpublishedChanges", is(true))
                .body("createdBy", is("admin"));
    }

    @Test
    void everyKeyOfADraftIsThere() {
        assertEquals(
                Set.of(
                        "id",
                        "status",
                        "version",
                        "hasUnpublishedChanges",
                        "createdAt",
                        "createdBy",
                        "updatedAt",
                        "updatedBy",
                        "publishedAt",
                        "schedule",
                        "wordCount",
                        "readingMinutes",
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
                        "seo"),
                Set.copyOf(keys(post(minimal()).json())));
    }

    @Test
    void everyMemberComesBackAsItWasSent() {
        ObjectNode document = full();
        assertHolds(document, read(post(document)).json());
    }

    @Test
    void theLocationLeadsToTheDraft() {
        String location = editor(minimal()).post(ARTICLES).header("Location");
        assertTrue(location.startsWith("http"), location);
        editor().get(location).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void aUuidIsTheIdAndItIsOfVersion7() {
        assertEquals('7', post(minimal()).id().charAt(14));
    }

    @Test
    void anUnknownIdIsNotFound() {
        editor().get(ARTICLES + "/0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000").then().statusCode(404);
    }

    @Test
    void aDraftSentBackAsItWasReadChangesNothing() {
        Draft draft = post(full());
        Draft again = Draft.of(
                put(draft, draft.json()).then().statusCode(200).extract().response());
        assertEquals(draft.json(), again.json());
        assertEquals(draft.etag(), again.etag());
    }

    @Test
    void aPublishedDraftSentBackAsItWasReadChangesNothing() {
        Draft draft = published(full());
        put(draft, draft.json()).then().statusCode(200).body("version", is(1)).body("hasUnpublishedChanges", is(false));
    }

    @ParameterizedTest
    @CsvSource({
        "id, '\"0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000\"'",
        "status, '\"published\"'",
        "version, 7",
        "hasUnpublishedChanges, false",
        "createdAt, '\"2020-01-01T00:00:00Z\"'",
        "createdBy, '\"someone\"'",
        "updatedAt, '\"2020-01-01T00:00:00Z\"'",
        "updatedBy, '\"someone\"'",
        "publishedAt, '\"2020-01-01T00:00:00Z\"'",
        "wordCount, 99999",
        "readingMinutes, 99999"
    })
    void whatGalleyMakesIsRefusedByNameWhereItDiffers(String member, String value) {
        Draft draft = post(minimal());
        ObjectNode document = draft.json().deepCopy();
        document.set(member, json("{\"value\":" + value + "}").get("value"));
        put(draft, document)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + member))
                .body("errors.code", contains("server-made"))
                .body("detail", containsString(member));
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void whatGalleyMakesIsRefusedInANewArticle() {
        editor(minimal().put("version", 7))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/version"));
    }

    @Test
    void aLevelThatIsNotTheDepthIsRefused() {
        Draft draft = post(withSections(section("One")));
        ObjectNode document = draft.json().deepCopy();
        ((ObjectNode) document.at("/sections/0")).put("level", 4);
        put(draft, document).then().statusCode(400).body("errors.pointer", contains("/sections/0/level"));
    }

    @Test
    void whatPutLeavesOutGoes() {
        Draft draft = post(full());
        put(draft, minimal("Bare"))
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("summary", nullValue())
                .body("sections.size()", is(0))
                .body("slug", is(draft.slug()));
    }

    @Test
    void markdownReplacesTheDocument() {
        Draft draft = post(full());
        putMarkdown(draft, "# Neap and spring\n\nA lead.\n\n## Spring\n\nHigh.\n\n## Neap\n\nLow.\n")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", is("Neap and spring"))
                .body("lead.text", contains("A lead."))
                .body("sections.heading", contains("Spring", "Neap"));
    }

    @Test
    void aPatchChangesOnlyWhatItNames() {
        Draft draft = post(full());
        Draft after = patched(draft, "{\"title\": \"Other words\", \"seo\": {\"noindex\": false}}");
        ObjectNode expected = full();
        assertEquals("Other words", after.at("/title"));
        assertEquals(expected.at("/seo/title"), after.json().at("/seo/title"));
        assertFalse(after.json().at("/seo/noindex").asBoolean());
        assertEquals(draft.json().get("sections"), after.json().get("sections"));
    }

    @Test
    void nullInAPatchRemoves() {
        Draft after = patched(post(full()), "{\"summary\": null, \"hero\": null, \"takeaways\": null}");
        assertTrue(after.json().get("summary").isNull());
        assertTrue(after.json().get("hero").isNull());
        assertEquals(0, after.json().get("takeaways").size());
    }

    @Test
    void theTitleCantBeRemoved() {
        patch(post(minimal()), "{\"title\": null}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/title"))
                .body("errors.code", contains("required"));
    }

    @Test
    void aPatchOfNothingChangesNothing() {
        Draft draft = post(full());
        assertEquals(draft.json(), patched(draft, "{}").json());
    }

    @Test
    void aPatchMustBeAMergePatch() {
        Draft draft = post(minimal());
        editor("application/json", "{}")
                .header("If-Match", draft.etag())
                .patch(draft.url())
                .then()
                .statusCode(415)
                .header("Accept-Patch", "application/merge-patch+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aWholeDocumentIsNotWrittenWithoutIfMatch(String method) {
        Draft draft = post(minimal());
        String type = method.equals("PATCH") ? Editor.MERGE_PATCH : "application/json";
        editor(type, "{\"title\": \"Unseen\"}")
                .request(method, draft.url())
                .then()
                .statusCode(428);
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void aStaleWriteIsToldWhatHappenedSince() {
        Draft first = post(withSections(section("One"), section("Two"), section("Three")));
        Draft second = patched(first, "{\"title\": \"Meanwhile\"}");
        Editor.patchPart(second, "sections", second.at("/sections/1/id"), "{\"heading\": \"Zwei\"}");
        patch(first, "{\"summary\": \"Too late\"}")
                .then()
                .statusCode(412)
                .header("ETag", "\"3\"")
                .body("currentVersion", is(3))
                .body("savedBy", is("admin"))
                .body("savedAt", endsWith("Z"))
                .body("changed", contains("/sections/1", "/title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"1-gzip\"", "\"1-br\"", "*", "\"9\", \"1\"", "\"9\",\"1-gzip\""})
    void anyETagOfTheVersionWillDo(String etag) {
        Draft draft = post(minimal());
        editor(minimal()).header("If-Match", etag).put(draft.url()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"0\"", "W/\"1\"", "\"abc\"", "\"\"", "\"1-\"", "\"99999999999999999999\""})
    void anyOtherETagFails(String etag) {
        Draft draft = post(minimal());
        editor(minimal())
                .header("If-Match", etag)
                .put(draft.url())
                .then()
                .statusCode(412)
                .body("currentVersion", is(1));
    }

    @Test
    void anIfMatchThatIsNoETagIsRefused() {
        Draft draft = post(minimal());
        editor(minimal()).header("If-Match", "1").put(draft.url()).then().statusCode(400);
    }

    @Test
    void aTrashedDraftIsOutOfTheListAndCanBeRead() {
        Draft draft = post(minimal());
        trash(draft).then().statusCode(204);
        editor().get(draft.url()).then().statusCode(200).body("status", is("trashed"));
        assertFalse(each(newest(""), "id").contains(draft.id()));
        assertTrue(each(newest("&status=trashed"), "id").contains(draft.id()));
    }

    @Test
    void aTrashedDraftCantBeWritten() {
        Draft draft = post(minimal());
        trash(draft);
        patch(draft, "{\"title\": \"From the grave\"}").then().statusCode(409);
        editor().post(draft.url() + "/publish").then().statusCode(409);
    }

    @Test
    void aTrashedArticleLeavesDelivery() {
        Draft draft = published(minimal());
        trash(draft);
        given().get("/v1/articles/" + draft.slug()).then().statusCode(410);
    }

    @Test
    void aRestoredArticleIsAnUnpublishedDraft() {
        Draft draft = published(full());
        trash(draft);
        restore(draft).then().statusCode(200).body("status", is("unpublished")).body("slug", is(draft.slug()));
        given().get("/v1/articles/" + draft.slug()).then().statusCode(410);
        Editor.publish(draft);
        assertEquals(
                draft.at("/title"),
                delivered("/v1/articles/" + draft.slug()).path("title").asText());
    }

    @Test
    void aDraftThatNeverWasPublicIsRestoredAsADraft() {
        Draft draft = post(minimal());
        trash(draft);
        restore(draft).then().statusCode(200).body("status", is("draft"));
    }

    @Test
    void aPurgedDraftIsNoMore() {
        Draft draft = post(full());
        purge(draft).then().statusCode(204);
        editor().get(draft.url()).then().statusCode(404);
        restore(draft).then().statusCode(404);
    }

    @Test
    void aPurgedArticleIsGone() {
        Draft draft = published(minimal());
        purge(draft);
        given().get("/v1/articles/" + draft.slug()).then().statusCode(410);
    }

    @Test
    void takenSlugsOfTheSameTitleAreCounted() {
        String title = title("Ebb");
        String slug = post(minimal(title)).slug();
        assertEquals(slug + "-2", post(minimal(title)).slug());
        assertEquals(slug + "-3", post(minimal(title)).slug());
    }

    @Test
    void draftsOfOneTitleMadeAtOnceGetSlugsOfTheirOwn() {
        String title = title("Flood");
        Set<String> slugs =
                Set.copyOf(Concurrently.each(12, i -> post(minimal(title)).slug()));
        assertEquals(12, slugs.size(), slugs.toString());
    }

    @Test
    void aSlugThatWasAskedForConflictsWithItsHolder() {
        Draft holder = post(minimal());
        editor(minimal().put("slug", holder.slug()))
                .post(ARTICLES)
                .then()
                .statusCode(409)
                .body("holder.id", is(holder.id()))
                .body("holder.slug", is(holder.slug()))
                .body("holder.title", is(holder.at("/title")));
    }

    @Test
    void aRenameToATakenSlugConflicts() {
        Draft holder = post(minimal());
        Draft other = post(minimal());
        patch(other, "{\"slug\": \"" + holder.slug() + "\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/slug-taken"))
                .body("holder.id", is(holder.id()));
    }

    @Test
    void oneSlugMayStandInTwoLocales() {
        Draft english = post(minimal());
        Draft german = post(minimal().put("slug", english.slug()).put("locale", "de"));
        assertEquals(english.slug(), german.slug());
    }

    @Test
    void theTrashFreesTheSlug() {
        Draft holder = post(minimal());
        trash(holder);
        Draft next = post(minimal().put("slug", holder.slug()));
        restore(holder).then().statusCode(409).body("holder.id", is(next.id()));
    }

    @Test
    void aSlugThatIsStillPublicIsTakenThoughItsDraftGaveItUp() {
        Draft draft = published(minimal());
        patched(draft, "{\"slug\": \"" + word() + "\"}");
        editor(minimal().put("slug", draft.slug()))
                .post(ARTICLES)
                .then()
                .statusCode(409)
                .body("holder.id", is(draft.id()));
    }

    @Test
    void aPartOfSeoIsEnough() {
        Draft draft = post(minimal().set("seo", json("{'title': 'Tides'}")));
        assertFalse(draft.json().at("/seo/noindex").asBoolean(true));
        assertEquals("Tides", draft.at("/seo/title"));
    }

    @Test
    void aLocaleIsWrittenAsItsStandardWritesIt() {
        assertEquals("de-CH", post(minimal().put("locale", "de-ch")).at("/locale"));
    }

    @Test
    void bareSlugsNameTopicsAndAuthors() {
        String topic = word();
        ObjectNode document = Documents.withTopics(topic);
        document.putArray("authors").add("ann-" + topic);
        editor(document)
                .post(ARTICLES)
                .then()
                .statusCode(201)
                .body("topics[0].slug", is(topic))
                .body("topics[0].kind", is("concept"))
                .body("topics[0].name", notNullValue())
                .body("authors[0].slug", is("ann-" + topic));
    }

    @Test
    void draftsAreListedLastSavedFirst() {
        Draft first = post(minimal());
        Draft second = post(minimal());
        patched(first, "{\"summary\": \"Saved again\"}");
        List<String> ids = each(newest("&status=draft"), "id");
        assertTrue(ids.indexOf(first.id()) < ids.indexOf(second.id()), ids.toString());
    }

    @Test
    void anUnknownStatusIsRefused() {
        editor().get(ARTICLES + "?status=drafted").then().statusCode(400).body("errors.parameter", contains("status"));
    }

    @Test
    void aSaveOfADraftIsSeenInItsVersionAndETag() {
        Draft draft = post(minimal());
        Draft after = patched(draft, "{\"summary\": \"New\"}");
        assertEquals(2, after.version());
        assertNotEquals(draft.etag(), after.etag());
        assertEquals(after.etag(), read(draft).etag());
    }

    @Test
    void editorialAnswersAreNotCached() {
        editor().get(post(minimal()).url()).then().header("Cache-Control", equalTo("no-store"));
    }

    private static com.fasterxml.jackson.databind.JsonNode newest(String filter) {
        return Editor.json(editor().get(ARTICLES + "?limit=100" + filter)).path("data");
    }
}
