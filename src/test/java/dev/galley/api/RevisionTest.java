package dev.galley.api;

import static dev.galley.api.Documents.all;
import static dev.galley.api.Documents.callout;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Editor.MERGE_PATCH;
import static dev.galley.api.Editor.add;
import static dev.galley.api.Editor.deletePart;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.move;
import static dev.galley.api.Editor.patch;
import static dev.galley.api.Editor.patchPart;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.trash;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import dev.galley.document.ArticleDocument;
import dev.galley.document.diff.DocumentDiff;
import dev.galley.platform.Json;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class RevisionTest {
    private static final String NOBODY = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

    // The list

    @Test
    void everySaveIsAVersionNewestFirst() {
        Draft draft = post(minimal());
        patched(patched(draft, "{\"summary\": \"Two\"}"), "{\"summary\": \"Three\"}");
        ValidatableResponse list =
                editor().get(draft.url() + "/revisions").then().statusCode(200);
        list.body("data.version", contains(3, 2, 1))
                .body("data.savedBy", contains("admin", "admin", "admin"))
                .body("data[0].savedAt", endsWith("Z"))
                .body("data[0].note", nullValue())
                .body("page.next", nullValue());
        assertEquals(
                List.of("version", "savedAt", "savedBy", "note"),
                Documents.keys(Editor.json(list.extract().response()).at("/data/0")));
    }

    @Test
    void aSaveThatChangesNothingIsNoVersion() {
        Draft draft = post(full());
        Editor.put(draft, draft.json()).then().statusCode(200);
        editor().get(draft.url() + "/revisions").then().body("data.version", contains(1));
    }

    @Test
    void aSaveOfOnePartIsAVersionToo() {
        Draft draft = post(withSections(section("One")));
        patchPart(draft, "sections", draft.at("/sections/0/id"), "{\"heading\": \"Eins\"}");
        editor().get(draft.url() + "/revisions").then().body("data.version", contains(2, 1));
    }

    @Test
    void theListComesInPages() {
        Draft draft = post(minimal());
        for (int i = 0; i < 4; i++) {
            draft = patched(draft, "{\"summary\": \"" + i + "\"}");
        }
        List<Integer> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page =
                    editor().get(draft.url() + "/revisions?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            seen.addAll(page.then().statusCode(200).extract().path("data.version"));
            next = page.path("page.next");
        }
        assertEquals(List.of(5, 4, 3, 2, 1), seen);
    }

    @Test
    void aNoteStaysWithItsVersion() {
        Draft draft = Draft.of(editor(minimal())
                .post(Editor.ARTICLES + "?note=First")
                .then()
                .statusCode(201)
                .extract()
                .response());
        draft = Draft.of(editor(MERGE_PATCH, "{\"summary\": \"S\"}")
                .header("If-Match", draft.etag())
                .patch(draft.url() + "?note=With a summary")
                .then()
                .statusCode(200)
                .extract()
                .response());
        draft = Draft.of(editor(minimal())
                .header("If-Match", draft.etag())
                .put(draft.url() + "?note=Anew")
                .then()
                .statusCode(200)
                .extract()
                .response());
        editor("text/markdown", "# Other\n\nText")
                .header("If-Match", draft.etag())
                .put(draft.url() + "?note=Typed")
                .then()
                .statusCode(200);
        editor().get(draft.url() + "/revisions")
                .then()
                .body("data.note", contains("Typed", "Anew", "With a summary", "First"));
    }

    @Test
    void aNoteHasALimit() {
        editor(minimal())
                .queryParam("note", "x".repeat(1_000))
                .post(Editor.ARTICLES)
                .then()
                .statusCode(201);
        editor(minimal())
                .queryParam("note", "x".repeat(1_001))
                .post(Editor.ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("note"));
    }

    // One version

    @Test
    void aVersionIsReadWhole() {
        Draft first = post(full());
        Editor.put(first, minimal()).then().statusCode(200);
        JsonNode revision = Editor.json(editor().get(first.url() + "/revisions/1"));
        assertEquals(List.of("version", "savedAt", "savedBy", "note", "document"), Documents.keys(revision));
        assertEquals(1, revision.path("version").asInt());
        assertEquals(document(first.json()), revision.path("document"));
    }

    @Test
    void aVersionMayBeSentBackAsItWasRead() {
        Draft first = post(full());
        Draft second = patched(first, "{\"title\": \"" + title("Other") + "\"}");
        JsonNode old = Editor.json(editor().get(first.url() + "/revisions/1")).path("document");
        Editor.put(second, old).then().statusCode(200);
        assertEquals(document(first.json()), document(read(first).json()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "999", "999999999999999999", "99999999999999999999999999"})
    void anUnknownVersionIsNotFound(String n) {
        Draft draft = post(minimal());
        editor().get(draft.url() + "/revisions/" + n).then().statusCode(404);
        editor().get(draft.url() + "/revisions/" + n + "/diff").then().statusCode(404);
        editor().get(draft.url() + "/revisions/1/diff?against=" + n).then().statusCode(404);
        editor().post(draft.url() + "/revisions/" + n + "/restore").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1.5", "01", "1e3", "+1", "٣", "null"})
    void whatIsNoVersionIsRefused(String n) {
        Draft draft = post(minimal());
        for (Response answer : List.of(
                editor().get(draft.url() + "/revisions/" + n),
                editor().get(draft.url() + "/revisions/" + n + "/diff"),
                editor().post(draft.url() + "/revisions/" + n + "/restore"))) {
            answer.then().statusCode(400).body("errors.parameter", contains("n"));
        }
        editor().queryParam("against", n)
                .get(draft.url() + "/revisions/1/diff")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("against"));
    }

    @Test
    void anUnknownArticleHasNoVersions() {
        for (String id : List.of(NOBODY, "nobody")) {
            String url = Editor.ARTICLES + "/" + id + "/revisions";
            editor().get(url).then().statusCode(404);
            editor().get(url + "/1").then().statusCode(404);
            editor().get(url + "/1/diff").then().statusCode(404);
            editor().post(url + "/1/restore").then().statusCode(404);
        }
    }

    @Test
    void unknownParametersAreRefused() {
        Draft draft = post(minimal());
        for (String path : List.of("?sort=x", "/1?fields=title", "/1/diff?agianst=1")) {
            editor().get(draft.url() + "/revisions" + path)
                    .then()
                    .statusCode(400)
                    .body("errors", hasSize(1));
        }
    }

    // Differences

    @Test
    void aDiffSaysWhatEachSaveDid() {
        Draft draft = post(withSections(section("Moon"), section("Sun")));
        String moon = draft.at("/sections/0/id");
        patchPart(draft, "sections", moon, "{\"heading\": \"The full Moon\"}");
        diff(draft, 2, "")
                .body("from", is(1))
                .body("to", is(2))
                .body("changed.id", contains(moon))
                .body("changed[0].part", is("section"))
                .body("changed[0].label", is("The full Moon"))
                .body("changed[0].at.pointer", is("/sections/0"))
                .body("changed[0].members.member", contains("heading"))
                .body("changed[0].members[0].before", is("Moon"))
                .body("changed[0].members[0].after", is("The full Moon"))
                .body("changed[0].members[0].words.op", contains("insert", "equal"))
                .body("changed[0].members[0].words.text", contains("The full ", "Moon"))
                .body("added", empty())
                .body("removed", empty())
                .body("moved", empty())
                .body("members", empty());

        move(draft, "sections", moon, "{\"position\": 1}");
        diff(draft, 3, "")
                .body("moved", hasSize(1))
                .body("moved[0].part", is("section"))
                .body("changed", empty());

        Response added = add(draft, "takeaways", takeaway("The sea keeps books."));
        diff(draft, 4, "")
                .body("added.part", contains("takeaway"))
                .body("added.id", contains(Editor.json(added).path("id").asText()))
                .body("added[0].to.pointer", is("/takeaways/0"))
                .body("added[0].content.text", is("The sea keeps books."));

        deletePart(draft, "sections", moon);
        diff(draft, 5, "")
                .body("removed.id", contains(moon))
                .body("removed[0].missing", is("/sections"))
                .body("removed[0].content.heading", is("The full Moon"))
                .body("removed[0].content.blocks", hasSize(1));
    }

    @Test
    void theFirstVersionAddedEverything() {
        ObjectNode document = withSections(section("Moon"), section("Sun"));
        Draft draft = post(document);
        diff(draft, 1, "")
                .body("from", is(0))
                .body("to", is(1))
                .body("added.label", contains("Moon", "Sun"))
                .body("members.member", hasItem("title"));
    }

    @Test
    void aDiffGoesFromTheEarlierToTheLaterWhicheverIsNamedFirst() {
        Draft draft = post(minimal("One"));
        patched(patched(draft, "{\"title\": \"Two\"}"), "{\"title\": \"Three\"}");
        JsonNode there = Editor.json(editor().get(draft.url() + "/revisions/3/diff?against=1"));
        JsonNode back = Editor.json(editor().get(draft.url() + "/revisions/1/diff?against=3"));
        assertEquals(there, back);
        assertEquals("One", there.at("/members/0/before").asText());
        assertEquals("Three", there.at("/members/0/after").asText());
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        Draft draft = post(full());
        diff(draft, 1, "?against=1")
                .body("from", is(1))
                .body("to", is(1))
                .body("members", empty())
                .body("added", empty());
    }

    @Test
    void aDiffAsItWasAnsweredLeadsFromOneVersionToTheOther() {
        Draft draft = post(full());
        String moon = draft.at("/sections/0/sections/0/id");
        move(draft, "sections", moon, "{\"parentId\": null, \"position\": 0}");
        patchPart(draft, "blocks", draft.at("/lead/0/id"), "{\"text\": \"Once a day.\"}");
        deletePart(draft, "faqs", draft.at("/faqs/0/id"));
        add(draft, "blocks", callout(paragraph("New")));
        patched(read(draft), "{\"summary\": null, \"seo\": {\"title\": \"Tides\"}, \"topics\": [\"sea\"]}");
        ObjectNode answered = (ObjectNode) Editor.json(editor().get(draft.url() + "/revisions/6/diff?against=1"));
        DocumentDiff diff = Json.bind(answered.without(List.of("from", "to")), DocumentDiff.class);
        assertEquals(stored(draft, 6), diff.applyTo(stored(draft, 1)));
    }

    @Test
    void aTrashedArticleKeepsItsVersions() {
        Draft draft = post(minimal());
        trash(draft).then().statusCode(204);
        editor().get(draft.url() + "/revisions").then().statusCode(200).body("data", hasSize(1));
        editor().post(draft.url() + "/revisions/1/restore").then().statusCode(409);
    }

    // Restoring

    @Test
    void aRestoredVersionIsTheNewestWithItsIdsAnchorsAndOrder() {
        Draft first = post(full());
        String moon = first.at("/sections/0/sections/0/id");
        move(first, "sections", moon, "{\"parentId\": null, \"position\": 0}");
        patchPart(first, "sections", moon, "{\"heading\": \"Another\", \"anchor\": \"another\"}");
        move(first, "takeaways", first.at("/takeaways/0/id"), "{\"position\": 1}");
        deletePart(first, "faqs", first.at("/faqs/0/id"));
        move(first, "blocks", first.at("/sections/0/blocks/0/id"), "{\"parentId\": null}");
        patched(read(first), "{\"title\": \"Other\", \"summary\": null}");

        Response restored = editor().post(first.url() + "/revisions/1/restore");
        restored.then().statusCode(200).header("ETag", "\"8\"").body("version", is(8));
        assertEquals(document(first.json()), document(Editor.json(restored)));
        assertEquals(document(first.json()), document(read(first).json()));
        assertEquals(all(first.json(), "id"), all(read(first).json(), "id"));
        assertEquals(all(first.json(), "anchor"), all(read(first).json(), "anchor"));
        editor().get(first.url() + "/revisions")
                .then()
                .body("data[0].note", is("Restored version 1"))
                .body("data", hasSize(8));
        diff(first, 8, "?against=1").body("changed", empty()).body("moved", empty());
    }

    @Test
    void aRestoredVersionMayHaveANoteOfItsOwn() {
        Draft draft = post(minimal());
        patched(draft, "{\"summary\": \"Too long\"}");
        editor("application/json", "{\"note\": \"The short one again\"}")
                .post(draft.url() + "/revisions/1/restore")
                .then()
                .statusCode(200);
        editor().get(draft.url() + "/revisions").then().body("data[0].note", is("The short one again"));
    }

    @Test
    void theNewestVersionRestoredChangesNothing() {
        Draft draft = patched(post(full()), "{\"summary\": \"New\"}");
        editor().post(draft.url() + "/revisions/2/restore")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", is(2));
        editor().get(draft.url() + "/revisions").then().body("data", hasSize(2));
    }

    @Test
    void aRestoreMayAskForTheNewestVersion() {
        Draft draft = post(minimal());
        patched(draft, "{\"summary\": \"New\"}");
        editor().header("If-Match", draft.etag())
                .post(draft.url() + "/revisions/1/restore")
                .then()
                .statusCode(412)
                .body("currentVersion", is(2));
        editor().header("If-Match", "\"2\"")
                .post(draft.url() + "/revisions/1/restore")
                .then()
                .statusCode(200);
    }

    @Test
    void aSlugThatAnotherTookMeanwhileIsNotRestored() {
        Draft draft = post(minimal());
        String slug = draft.slug();
        patched(draft, "{\"slug\": \"" + slug + "-new\"}");
        Draft holder = post(minimal().put("slug", slug));
        editor().post(draft.url() + "/revisions/1/restore")
                .then()
                .statusCode(409)
                .body("type", endsWith("/slug-taken"))
                .body("holder.id", is(holder.id()));
        editor().get(draft.url() + "/revisions").then().body("data", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"noet\": \"x\"}",
                "{\"note\": 7}",
                "{\"document\": {}}",
                "[]",
                "{",
                "null",
                "\"x\"",
                "{\"note\": {}}"
            })
    void aBodyThatIsNoNoteIsRefused(String body) {
        Draft draft = post(minimal());
        editor("application/json", body)
                .post(draft.url() + "/revisions/1/restore")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1));
    }

    @Test
    void aLongNoteOfARestoreIsRefused() {
        Draft draft = post(minimal());
        editor("application/json", "{\"note\": \"" + "x".repeat(1_001) + "\"}")
                .post(draft.url() + "/revisions/1/restore")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/note"));
    }

    // What a stale write is told

    @Test
    void aStaleWriteIsToldWhichPartsDiffer() {
        Draft first = post(withSections(section("One"), section("Two"), section("Three", section("Inner"))));
        add(first, "blocks", Documents.json("{'type': 'divider', 'parentId': '" + first.at("/sections/1/id") + "'}"));
        patchPart(first, "blocks", first.at("/sections/2/sections/0/blocks/0/id"), "{\"text\": \"New words\"}");
        deletePart(first, "blocks", first.at("/sections/0/blocks/0/id"));
        patched(read(first), "{\"seo\": {\"title\": \"Found\"}}");
        patch(first, "{\"summary\": \"Too late\"}")
                .then()
                .statusCode(412)
                .body(
                        "changed",
                        contains(
                                "/sections/0/blocks",
                                "/sections/1/blocks/1",
                                "/sections/2/sections/0/blocks/0",
                                "/seo/title"));
    }

    @Test
    void aVersionThatNeverWasDiffersInNothing() {
        Draft draft = post(withLead(paragraph("One")));
        editor(minimal())
                .header("If-Match", "\"77\"")
                .put(draft.url())
                .then()
                .statusCode(412)
                .body("changed", empty());
    }

    private static ValidatableResponse diff(Draft draft, int n, String query) {
        return editor().get(draft.url() + "/revisions/" + n + "/diff" + query)
                .then()
                .statusCode(200);
    }

    /** A version as a document again, its levels left out. */
    private static ArticleDocument stored(Draft draft, int version) {
        JsonNode revision = Editor.json(editor().get(draft.url() + "/revisions/" + version));
        return Json.bind(Documents.without(revision.path("document"), "level"), ArticleDocument.class);
    }

    /** What a draft has of its document. */
    static JsonNode document(JsonNode draft) {
        return ((ObjectNode) draft.deepCopy())
                .without(Set.of(
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
                        "readingMinutes"));
    }

    static List<String> headings(JsonNode draft) {
        return each(draft.path("sections"), "heading");
    }
}
