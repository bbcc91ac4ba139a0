package dev.galley.api;

import static dev.galley.api.Documents.code;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.MERGE_PATCH;
import static dev.galley.api.Editor.add;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.move;
import static dev.galley.api.Editor.patch;
import static dev.galley.api.Editor.patchPart;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.put;
import static dev.galley.api.Editor.read;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may not set is refused by name, never ignored, and the draft is as it was. */
@ApiTest
class UnsettableMembersTest {
    /** Each with a value that it never has. */
    private static final ObjectNode OF_AN_ARTICLE = json("""
            {'id': '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000', 'status': 'trashed', 'version': 77,
             'hasUnpublishedChanges': 'maybe', 'createdAt': '2001-01-01T00:00:00Z', 'createdBy': 'nobody',
             'updatedAt': '2001-01-01T00:00:00Z', 'updatedBy': 'nobody', 'publishedAt': '2001-01-01T00:00:00Z',
             'schedule': {'publishAt': '2999-01-01T00:00:00Z', 'unpublishAt': null}, 'wordCount': 1000000,
             'readingMinutes': 1000000, 'translations': [{'locale': 'fr', 'slug': 'fr'}],
             'fallback': {'asked': 'fr', 'given': 'en'}, 'links': {'self': 'https://example.org/'}}""");

    /** What other shapes of the API have, and an article has not. */
    private static final ObjectNode OF_NO_ARTICLE = json("""
            {'articleCount': 7, 'level': 1, 'parentId': null, 'position': 0, 'revision': 7, 'publishedVersion': 1,
             'firstPublishedAt': '2001-01-01T00:00:00Z', 'heldSlug': 'en/any', 'document': {}, 'colour': null}""");

    private static final ObjectNode OF_NO_PART = json("""
            {'version': 7, 'status': 'published', 'createdAt': '2001-01-01T00:00:00Z', 'wordCount': 7,
             'articleCount': 7, 'articleId': '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000', 'colour': null}""");

    private static final ObjectNode OF_NO_TOPIC = json("""
            {'id': '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000', 'articleCount': 7, 'version': 7, 'colour': null,
             'createdAt': '2001-01-01T00:00:00Z', 'updatedAt': '2001-01-01T00:00:00Z'}""");

    // Articles

    @Test
    void aNewArticleTakesNoneOfThem() {
        eachMember(
                OF_AN_ARTICLE,
                (name, value) -> assertRefused(
                        editor(minimal().<ObjectNode>set(name, value)).post(Editor.ARTICLES), name));
        eachMember(
                OF_NO_ARTICLE,
                (name, value) -> assertRefused(
                        editor(minimal().<ObjectNode>set(name, value)).post(Editor.ARTICLES), name));
    }

    @Test
    void aWholeSaveTakesNoneOfThemWhereTheyDiffer() {
        Draft draft = published(full());
        for (ObjectNode members : List.of(OF_AN_ARTICLE, OF_NO_ARTICLE)) {
            eachMember(members, (name, value) -> {
                assertRefused(put(draft, minimal().<ObjectNode>set(name, value)), name);
                assertRefused(put(draft, draft.json().<ObjectNode>deepCopy().set(name, value)), name);
            });
        }
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void aPatchTakesNoneOfThemWhereTheyDiffer() {
        Draft draft = published(full());
        for (ObjectNode members : List.of(OF_AN_ARTICLE, OF_NO_ARTICLE)) {
            eachMember(
                    members,
                    (name, value) ->
                            assertRefused(patch(draft, alone(name, value).toString()), name));
        }
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void aPatchTakesNoneOfThemAway() {
        Draft draft = published(full());
        for (String name : List.of("id", "status", "version", "createdAt", "createdBy", "publishedAt", "wordCount")) {
            assertRefused(patch(draft, alone(name, null).toString()), name);
        }
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void asTheyWereReadTheyMayComeBack() {
        Draft draft = read(published(full()));
        put(draft, draft.json()).then().statusCode(200);
        patch(draft, draft.json().toString()).then().statusCode(200);
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void allThatAreRefusedAreNamedAtOnce() {
        Response answer = put(post(minimal()), OF_AN_ARTICLE.deepCopy().put("title", "T"));
        eachMember(OF_AN_ARTICLE, (name, value) -> assertRefused(answer, name));
    }

    @ParameterizedTest
    @CsvSource({
        "/sections/0/level, '{''sections'': [{''heading'': ''H'', ''level'': 3}]}'",
        "/sections/0/wordCount, '{''sections'': [{''heading'': ''H'', ''wordCount'': 3}]}'",
        "/sections/0/sections/0/parentId, '{''sections'': [{''heading'': ''H'', ''sections'': [{''heading'': ''I'',"
                + " ''parentId'': null}]}]}'",
        "/takeaways/0/position, '{''takeaways'': [{''text'': ''T'', ''position'': 3}]}'",
        "/faqs/0/articleId, '{''faqs'': [{''question'': ''Q?'', ''articleId'': null}]}'",
        "/lead/0/position, '{''lead'': [{''type'': ''paragraph'', ''text'': ''P'', ''position'': 3}]}'",
        "/topics/0/articleCount, '{''topics'': [{''slug'': ''t'', ''articleCount'': 3}]}'",
        "/authors/0/articleCount, '{''authors'': [{''slug'': ''a'', ''articleCount'': 3}]}'",
        "/series/id, '{''series'': {''slug'': ''s'', ''position'': 1, ''id'': 3}}'",
        "/seo/id, '{''seo'': {''id'': null}}'",
        "/hero/id, '{''hero'': {''url'': ''/h.png'', ''id'': null}}'"
    })
    void theyAreRefusedInsideToo(String pointer, String members) {
        Draft draft = post(minimal());
        ObjectNode document = minimal();
        document.setAll(json(members));
        String name = pointer.substring(1);
        assertRefused(editor(document).post(Editor.ARTICLES), name);
        assertRefused(put(draft, document), name);
        assertRefused(patch(draft, json(members).toString()), name);
        assertEquals(draft.json(), read(draft).json());
    }

    // Parts

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void aPartTakesNoneOfThem(String parts) {
        Draft draft = post(full());
        String id = draft.at("/" + (parts.equals("blocks") ? "lead" : parts) + "/0/id");
        eachMember(OF_NO_PART, (name, value) -> {
            assertRefused(add(draft, parts, part(parts).<ObjectNode>set(name, value)), name);
            assertRefused(patchPart(draft, parts, id, alone(name, value).toString()), name);
            assertRefused(move(draft, parts, id, alone(name, value).toString()), name);
        });
        assertEquals(draft.json(), read(draft).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void thePlaceAndTheNameOfAPartChangeByNoPatch(String parts) {
        Draft draft = post(full());
        String id = draft.at("/" + (parts.equals("blocks") ? "lead" : parts) + "/0/id");
        for (String patch : List.of(
                "{'id': 'other'}", "{'id': null}", "{'level': 5}", "{'parentId': '" + id + "'}", "{'position': 1}")) {
            String name = json(patch).fieldNames().next();
            assertRefused(patchPart(draft, parts, id, json(patch).toString()), name);
        }
        assertEquals(draft.json(), read(draft).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void aNewPartTakesNoIdThatAnotherHas(String parts) {
        Draft draft = post(full());
        String id = draft.at("/" + (parts.equals("blocks") ? "lead" : parts) + "/0/id");
        add(draft, parts, part(parts).put("id", id)).then().statusCode(400);
        assertEquals(draft.json(), read(draft).json());
    }

    // Acts

    @ParameterizedTest
    @ValueSource(strings = {"publish", "unpublish"})
    void anActTakesNoneOfThem(String act) {
        Draft draft = post(full());
        eachMember(
                OF_AN_ARTICLE,
                (name, value) -> assertRefused(editor(alone(name, value)).post(draft.url() + "/" + act), name));
        assertEquals(draft.json(), read(draft).json());
        given().get("/v1/articles/" + draft.id()).then().statusCode(404);
    }

    // Topics and authors

    @ParameterizedTest
    @ValueSource(strings = {"topics", "authors"})
    void aTopicOrAuthorTakesNoneOfThem(String kind) {
        String slug = word();
        String url = "/v1/editorial/" + kind;
        JsonNode before = Editor.json(
                editor(json("{'slug': '" + slug + "', 'name': 'N'}")).post(url));
        eachMember(OF_NO_TOPIC, (name, value) -> {
            assertRefused(
                    editor(json("{'name': 'M'}").<ObjectNode>set(name, value)).post(url), name);
            assertRefused(editor(MERGE_PATCH, alone(name, value).toString()).patch(url + "/" + slug), name);
        });
        assertRefused(editor(MERGE_PATCH, "{\"slug\": \"other\"}").patch(url + "/" + slug), "slug");
        assertRefused(editor(MERGE_PATCH, "{\"slug\": null}").patch(url + "/" + slug), "slug");
        assertEquals(before, Editor.json(editor().get(url + "/" + slug)));
    }

    private interface Attempt {
        void with(String name, JsonNode value);
    }

    private static void eachMember(ObjectNode members, Attempt attempt) {
        members.properties().forEach(member -> attempt.with(member.getKey(), member.getValue()));
    }

    private static ObjectNode alone(String name, JsonNode value) {
        return json("{}").set(name, value);
    }

    private static ObjectNode part(String parts) {
        return switch (parts) {
            case "sections" -> section("New");
            case "takeaways" -> takeaway("New");
            case "faqs" -> faq("New?");
            default -> code("python", "new = 1");
        };
    }

    private static void assertRefused(Response answer, String name) {
        assertEquals(400, answer.statusCode(), () -> name + ": " + answer.asString());
        answer.then().body("errors.pointer", hasItem("/" + name));
    }
}
