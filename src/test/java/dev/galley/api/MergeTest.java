package dev.galley.api;

import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Editor.add;
import static dev.galley.api.Editor.deletePart;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patchPart;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.put;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.trash;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class MergeTest {
    @Test
    void twoEditorsInTwoTabsDontOverwriteEachOther() {
        Draft opened = post(withSections(section("Moon"), section("Sun")));
        ObjectNode first = edited(opened, "/sections/0", "heading", "The Moon");
        ObjectNode second = edited(opened, "/sections/1", "heading", "The Sun");
        put(opened, first).then().statusCode(200);
        put(opened, second)
                .then()
                .statusCode(412)
                .body("currentVersion", is(2))
                .body("savedBy", is("admin"))
                .body("changed", contains("/sections/0"));
        merge(opened, second)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("version", is(3))
                .body("sections.heading", contains("The Moon", "The Sun"));
        assertEquals(
                List.of("The Moon", "The Sun"),
                RevisionTest.headings(read(opened).json()));
    }

    @Test
    void whatBothAddedAtOnePlaceIsThere() {
        Draft opened = post(withSections(section("Moon")));
        add(opened, "sections", section("Theirs"));
        ObjectNode mine = opened.json().deepCopy();
        mine.withArray("sections").add(section("Mine"));
        merge(opened, mine).then().statusCode(200).body("sections.heading", contains("Moon", "Mine", "Theirs"));
    }

    @Test
    void newSectionsOfOneHeadingGetAnchorsOfTheirOwn() {
        Draft opened = post(withSections(section("Moon")));
        add(opened, "sections", section("Sun"));
        ObjectNode mine = opened.json().deepCopy();
        mine.withArray("sections").add(section("Sun"));
        merge(opened, mine).then().statusCode(200).body("sections.anchor", contains("moon", "sun-2", "sun"));
    }

    @Test
    void whatTheEditLeavesToGalleyIsNoChange() {
        Draft opened = post(full());
        patched(opened, "{\"slug\": \"" + opened.slug() + "-renamed\", \"locale\": \"de\"}");
        ObjectNode mine = opened.json().deepCopy();
        mine.remove(List.of("slug", "locale", "id", "version", "wordCount"));
        mine.put("summary", "Mine");
        JsonNode bare = Documents.without(Documents.without(mine, "id"), "anchor");
        JsonNode merged =
                Editor.json(merge(opened, bare).then().statusCode(200).extract().response());
        assertEquals(opened.slug() + "-renamed", merged.path("slug").asText());
        assertEquals("de", merged.path("locale").asText());
        assertEquals("Mine", merged.path("summary").asText());
        for (String member : List.of("lead", "sections", "takeaways", "faqs", "topics", "authors", "series")) {
            assertEquals(opened.json().path(member), merged.path(member), member);
        }
    }

    @Test
    void topicsOfBothAreThere() {
        String word = Documents.word();
        Draft opened = post(withTopics("tides-" + word));
        patched(opened, "{\"topics\": [\"tides-" + word + "\", \"moon-" + word + "\"]}");
        ObjectNode mine = opened.json().deepCopy();
        mine.putArray("topics").add("tides-" + word).add("sun-" + word);
        merge(opened, mine)
                .then()
                .statusCode(200)
                .body("topics.slug", contains("tides-" + word, "sun-" + word, "moon-" + word));
    }

    @Test
    void aMergeWithTheNewestVersionIsASave() {
        Draft opened = post(full());
        ObjectNode mine = minimal().put("slug", opened.slug());
        merge(opened, mine).then().statusCode(200).body("version", is(2)).body("sections", hasSize(0));
    }

    @Test
    void aMergeOfNothingNewChangesNothing() {
        Draft opened = post(full());
        Draft newest = patched(opened, "{\"summary\": \"Theirs\"}");
        merge(opened, opened.json()).then().statusCode(200).header("ETag", "\"2\"");
        assertEquals(newest.json(), read(opened).json());
    }

    @Test
    void aConflictIsNamedAndNothingIsSaved() {
        Draft opened = post(withSections(section("Moon"), section("Sun")));
        String moon = opened.at("/sections/0/id");
        patchPart(opened, "sections", moon, "{\"heading\": \"Theirs\"}");
        ObjectNode mine = edited(opened, "/sections/0", "heading", "Mine");
        ((ObjectNode) mine.at("/sections/1")).put("heading", "No conflict");
        merge(opened, mine)
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/merge-conflict"))
                .body("currentVersion", is(2))
                .body("savedBy", is("admin"))
                .body("conflicts", hasSize(1))
                .body("conflicts[0].pointer", is("/sections/0/heading"))
                .body("conflicts[0].code", is("edited"))
                .body("conflicts[0].part", is("section"))
                .body("conflicts[0].id", is(moon))
                .body("conflicts[0].member", is("heading"))
                .body("conflicts[0].base", is("Moon"))
                .body("conflicts[0].mine", is("Mine"))
                .body("conflicts[0].theirs", is("Theirs"));
        assertEquals(2, read(opened).version());
        assertEquals(
                List.of("Theirs", "Sun"), RevisionTest.headings(read(opened).json()));
    }

    @Test
    void aConflictEndsWhereBothSidesSayTheSame() {
        Draft opened = post(withSections(section("Moon"), section("Sun")));
        String moon = opened.at("/sections/0/id");
        patchPart(opened, "sections", moon, "{\"heading\": \"Theirs\"}");
        ObjectNode mine = edited(opened, "/sections/0", "heading", "Mine");
        ((ObjectNode) mine.at("/sections/1")).put("heading", "Mine too");
        merge(opened, mine).then().statusCode(409);

        ObjectNode yielding = mine.deepCopy();
        ((ObjectNode) yielding.at("/sections/0")).put("heading", "Theirs");
        merge(opened, opened.version(), yielding, ",\"dryRun\":true")
                .then()
                .statusCode(200)
                .body("sections.heading", contains("Theirs", "Mine too"));

        patchPart(opened, "sections", moon, "{\"heading\": \"Mine\"}");
        merge(opened, mine).then().statusCode(200).body("sections.heading", contains("Mine", "Mine too"));
    }

    @Test
    void anEditOfWhatIsGoneIsAConflict() {
        Draft opened = post(withLead(paragraph("One"), paragraph("Two")));
        deletePart(opened, "blocks", opened.at("/lead/0/id"));
        merge(opened, edited(opened, "/lead/0", "text", "Mine"))
                .then()
                .statusCode(409)
                .body("conflicts[0].code", is("removed"))
                .body("conflicts[0].theirs", nullValue())
                .body("conflicts[0].mine.text", is("Mine"));
    }

    @Test
    void aDryRunSaysWhatWouldBeSavedAndSavesNothing() {
        Draft opened = post(withSections(section("Moon"), section("Sun")));
        patchPart(opened, "sections", opened.at("/sections/0/id"), "{\"heading\": \"Theirs\"}");
        Draft before = read(opened);
        String topic = "dry-" + Documents.word();
        ObjectNode mine = edited(opened, "/sections/1", "heading", "Mine");
        mine.putArray("topics").add(topic);
        merge(opened, opened.version(), mine, ",\"dryRun\":true")
                .then()
                .statusCode(200)
                .body("sections.heading", contains("Theirs", "Mine"));
        assertEquals(before.json(), read(opened).json());
        editor().get(opened.url() + "/revisions").then().body("data", hasSize(2));
        editor().get("/v1/editorial/topics/" + topic).then().statusCode(404);
    }

    @Test
    void aDryRunNamesConflictsToo() {
        Draft opened = post(minimal());
        patched(opened, "{\"summary\": \"Theirs\"}");
        merge(opened, opened.version(), edited(opened, "", "summary", "Mine"), ",\"dryRun\":true")
                .then()
                .statusCode(409)
                .body("conflicts.pointer", contains("/summary"));
    }

    @Test
    void aMergeMayHaveANote() {
        Draft opened = post(minimal());
        editor("application/json", body(1, edited(opened, "", "summary", "Mine"), ""))
                .post(opened.url() + "/merge?note=Both")
                .then()
                .statusCode(200);
        editor().get(opened.url() + "/revisions").then().body("data[0].note", is("Both"));
    }

    @Test
    void aMergeMayAskForTheNewestVersion() {
        Draft opened = post(minimal());
        patched(opened, "{\"summary\": \"Theirs\"}");
        editor("application/json", body(1, opened.json(), ""))
                .header("If-Match", opened.etag())
                .post(opened.url() + "/merge")
                .then()
                .statusCode(412);
    }

    @Test
    void aDocumentReadBeforeItWasPublishedMergesAsItWasRead() {
        Draft opened = post(withLead(paragraph("One")));
        patched(opened, "{\"summary\": \"Theirs\"}");
        publish(read(opened));
        merge(opened, edited(opened, "/lead/0", "text", "Mine"))
                .then()
                .statusCode(200)
                .body("summary", is("Theirs"))
                .body("status", is("published"))
                .body("lead.text", contains("Mine"));
    }

    @ParameterizedTest
    @CsvSource({
        "id, '\"0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000\"'",
        "version, 7",
        "version, '\"1\"'",
        "wordCount, 4711",
        "createdBy, '\"somebody\"'",
        "updatedAt, '\"2020-01-01T00:00:00Z\"'",
        "status, '\"gone\"'",
        "publishedAt, '\"yesterday\"'",
        "hasUnpublishedChanges, '\"no\"'"
    })
    void whatGalleyMakesIsRefusedByNameWhereItIsOfNeitherVersion(String member, String value) {
        Draft opened = post(minimal());
        patched(opened, "{\"summary\": \"Theirs\"}");
        ObjectNode mine = opened.json().deepCopy();
        mine.set(member, json("{\"value\":" + value + "}").path("value"));
        merge(opened, mine).then().statusCode(400).body("errors.pointer", contains("/document/" + member));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 2, 4711, Long.MAX_VALUE, Long.MIN_VALUE})
    void anUnknownBaseIsRefused(long base) {
        Draft opened = post(minimal());
        merge(opened, base, minimal(), "").then().statusCode(400).body("errors.pointer", contains("/baseVersion"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'baseVersion': 1}|/document",
                "{'baseVersion': 1, 'document': null}|/document",
                "{'baseVersion': 1, 'document': 7}|/document",
                "{'baseVersion': 1, 'document': []}|/document",
                "{'baseVersion': 1, 'document': {}}|/document/title",
                "{'baseVersion': 1, 'document': {'title': ''}}|/document/title",
                "{'baseVersion': 1, 'document': {'title': 'x', 'titel': 'x'}}|/document/titel",
                "{'baseVersion': 1, 'document': {'title': 'x', 'lead': [{'type': 'image', 'url': 'javascript:x'}]}}|/document/lead/0/url",
                "{'baseVersion': 1, 'document': {'title': 'x', 'sections': [{'heading': 'x', 'level': 2}]}}|/document/sections/0/level",
                "{'document': {'title': 'x'}}|/baseVersion",
                "{'baseVersion': null, 'document': {'title': 'x'}}|/baseVersion",
                "{'baseVersion': '1', 'document': {'title': 'x'}}|/baseVersion",
                "{'baseVersion': 1.5, 'document': {'title': 'x'}}|/baseVersion",
                "{'baseVersion': 99999999999999999999, 'document': {'title': 'x'}}|/baseVersion",
                "{'baseVersion': 1, 'document': {'title': 'x'}, 'dryrun': true}|/dryrun",
                "{'baseVersion': 1, 'document': {'title': 'x'}, 'dryRun': 'yes'}|/dryRun",
                "[]|''"
            })
    void whatIsNoMergeIsRefusedWithItsPointer(String body, String pointer) {
        Draft opened = post(minimal());
        editor("application/json", body.replace('\'', '"'))
                .post(opened.url() + "/merge")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void nothingIsMergedIntoTheTrashOrIntoNothing() {
        Draft opened = post(minimal());
        trash(opened);
        merge(opened, edited(opened, "", "summary", "Mine")).then().statusCode(409);
        editor("application/json", body(1, minimal(), ""))
                .post(Editor.ARTICLES + "/0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000/merge")
                .then()
                .statusCode(404);
    }

    @Test
    void aSlugOfAnotherArticleIsNotMerged() {
        Draft holder = post(minimal());
        Draft opened = post(minimal());
        merge(opened, edited(opened, "", "slug", holder.slug()))
                .then()
                .statusCode(409)
                .body("type", endsWith("/slug-taken"));
    }

    @Test
    void aDozenEditorsOfOneVersionAllSurvive() {
        ObjectNode document = withSections(
                IntStream.range(0, 12).mapToObj(i -> section("Section " + i)).toArray(ObjectNode[]::new));
        Draft opened = post(document);
        List<Integer> statuses = Concurrently.each(12, i -> {
            ObjectNode mine = edited(opened, "/sections/" + i, "heading", "By editor " + i);
            mine.withArray("takeaways").add(takeaway("Takeaway of editor " + i));
            return merge(opened, mine).statusCode();
        });
        assertEquals(12, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        JsonNode after = read(opened).json();
        assertEquals(
                IntStream.range(0, 12).mapToObj(i -> "By editor " + i).toList(),
                each(after.path("sections"), "heading"));
        assertEquals(12, after.path("takeaways").size());
    }

    private static Response merge(Draft opened, JsonNode mine) {
        return merge(opened, opened.version(), mine, "");
    }

    private static Response merge(Draft opened, long base, JsonNode mine, String more) {
        return editor("application/json", body(base, mine, more)).post(opened.url() + "/merge");
    }

    private static String body(long base, JsonNode mine, String more) {
        return "{\"baseVersion\":" + base + ",\"document\":" + mine + more + "}";
    }

    /** The draft as it was read, with one text of it changed. */
    private static ObjectNode edited(Draft draft, String pointer, String member, String text) {
        ObjectNode copy = draft.json().deepCopy();
        ((ObjectNode) copy.at(pointer)).set(member, JsonNodeFactory.instance.textNode(text));
        return copy;
    }
}
