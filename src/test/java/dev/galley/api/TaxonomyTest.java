package dev.galley.api;

import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.withAuthors;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.MERGE_PATCH;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.read;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class TaxonomyTest {
    private static final String TOPICS = "/v1/editorial/topics";
    private static final String AUTHORS = "/v1/editorial/authors";

    @Test
    void aTopicIsMadeWithAllItsMembers() {
        String slug = word();
        String body = "{'slug': '%', 'name': 'Tide %', 'kind': 'event', 'description': 'Twice a day',"
                + " 'sameAs': ['https://example.org/tide']}";
        editor(json(body.replace("%", slug)))
                .post(TOPICS)
                .then()
                .statusCode(201)
                .header("Location", endsWith(TOPICS + "/" + slug))
                .body("kind", is("event"))
                .body("description", is("Twice a day"))
                .body("sameAs", contains("https://example.org/tide"))
                .body("articleCount", is(0));
        editor().get(TOPICS + "/" + slug).then().statusCode(200).body("name", is("Tide " + slug));
    }

    @Test
    void aNameIsEnoughForATopic() {
        String name = "Spring Tide " + word();
        editor(json("{'name': '" + name + "'}"))
                .post(TOPICS)
                .then()
                .statusCode(201)
                .body("slug", is(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-')))
                .body("kind", is("concept"))
                .body("description", nullValue())
                .body("sameAs", hasSize(0));
    }

    @Test
    void anAuthorIsMade() {
        String slug = word();
        editor(json("{'slug': '%', 'name': 'Mara Lind', 'url': 'https://example.org/mara'}".replace("%", slug)))
                .post(AUTHORS)
                .then()
                .statusCode(201)
                .header("Location", endsWith(AUTHORS + "/" + slug))
                .body("name", is("Mara Lind"))
                .body("url", is("https://example.org/mara"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TOPICS, AUTHORS})
    void aTakenSlugConflicts(String path) {
        ObjectNode input = made(path);
        editor(input).post(path).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                TOPICS + " | {} | /name",
                TOPICS + " | {'name': null} | /name",
                TOPICS + " | {'name': ' '} | /name",
                TOPICS + " | {'name': 7} | /name",
                TOPICS + " | {'name': 'T', 'slug': 'Not A Slug'} | /slug",
                TOPICS + " | {'name': 'T', 'slug': ''} | /slug",
                TOPICS + " | {'name': 'T', 'slug': '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000'} | /slug",
                TOPICS + " | {'name': 'T', 'kind': 'thing'} | /kind",
                TOPICS + " | {'name': 'T', 'sameAs': ['javascript:alert(1)']} | /sameAs/0",
                TOPICS + " | {'name': 'T', 'sameAs': [null]} | /sameAs/0",
                TOPICS + " | {'name': 'T', 'sameAs': 'https://example.org'} | /sameAs",
                TOPICS + " | {'name': 'T', 'colour': 'red'} | /colour",
                AUTHORS + " | {} | /name",
                AUTHORS + " | {'name': ''} | /name",
                AUTHORS + " | {'name': 'A', 'slug': 'a--b'} | /slug",
                AUTHORS + " | {'name': 'A', 'slug': '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000'} | /slug",
                AUTHORS + " | {'name': 'A', 'url': 'javascript:alert(1)'} | /url",
                AUTHORS + " | {'name': 'A', 'url': '/relative'} | /url",
                AUTHORS + " | {'name': 'A', 'nmae': 'A'} | /nmae"
            })
    void aBadInputIsRefusedWithItsPointer(String path, String input, String pointer) {
        editor(json(input)).post(path).then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {TOPICS, AUTHORS})
    void aNameThatIsTooLongIsRefused(String path) {
        editor(json("{'name': '" + "n".repeat(301) + "'}"))
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "7", "\"a\"", "null", "{", "", "{\"name\": \"a\", \"name\": \"b\"}", "{\"name\": \"a\"} x"
            })
    void whatIsNoObjectIsRefused(String body) {
        editor("application/json", body).post(TOPICS).then().statusCode(400);
        editor("application/json", body).post(AUTHORS).then().statusCode(400);
    }

    @Test
    void aRenamedTopicHasItsNewNameEverywhere() {
        String topic = word();
        Draft draft = published(withTopics(topic));
        patch(TOPICS, topic, "{'name': 'Neap tide', 'kind': 'event'}")
                .then()
                .statusCode(200)
                .body("name", is("Neap tide"));
        assertEquals("Neap tide", article(draft).at("/topics/0/name").asText());
        assertEquals("event", article(draft).at("/topics/0/kind").asText());
        assertEquals("Neap tide", read(draft).at("/topics/0/name"));
        assertEquals("Neap tide", delivered("/v1/topics/" + topic).path("name").asText());
        assertEquals(
                "Neap tide",
                delivered("/v1/articles?topic=" + topic)
                        .at("/data/0/topics/0/name")
                        .asText());
    }

    @Test
    void aRenamedAuthorHasTheirNewNameEverywhere() {
        String author = word();
        Draft draft = published(withAuthors(author));
        patch(AUTHORS, author, "{'name': 'Mara Berg', 'url': 'https://example.org/m'}")
                .then()
                .statusCode(200);
        assertEquals("Mara Berg", article(draft).at("/authors/0/name").asText());
        assertEquals(
                "https://example.org/m", article(draft).at("/authors/0/url").asText());
        assertEquals("Mara Berg", read(draft).at("/authors/0/name"));
        assertEquals(
                "Mara Berg", delivered("/v1/authors/" + author).path("name").asText());
    }

    @Test
    void aRenamedTopicIsNoChangeOfItsDrafts() {
        String topic = word();
        Draft draft = published(withTopics(topic));
        patch(TOPICS, topic, "{'name': 'Neap tide'}");
        assertEquals(draft.etag(), read(draft).etag());
        Draft after = Draft.of(Editor.put(draft, read(draft).json()));
        assertEquals(draft.version(), after.version());
    }

    @Test
    void aPatchChangesOnlyWhatItNames() {
        String slug = word();
        editor(json("{'slug': '%', 'name': 'T', 'kind': 'place', 'description': 'D'}".replace("%", slug)))
                .post(TOPICS);
        patch(TOPICS, slug, "{'description': null}")
                .then()
                .statusCode(200)
                .body("kind", is("place"))
                .body("description", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'slug': 'other'} | /slug",
                "{'name': null} | /name",
                "{'name': ''} | /name",
                "{'sameAs': ['ftp://example.org']} | /sameAs/0",
                "{'nmae': 'T'} | /nmae",
                "{'articleCount': 9} | /articleCount"
            })
    void aBadPatchIsRefusedWithItsPointer(String patch, String pointer) {
        String slug = made(TOPICS).path("slug").asText();
        patch(TOPICS, slug, patch).then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void aTopicInUseCantBeDeleted() {
        String topic = word();
        Draft draft = published(withTopics(topic));
        editor().delete(TOPICS + "/" + topic).then().statusCode(409);
        assertEquals(topic, article(draft).at("/topics/0/slug").asText());
    }

    @Test
    void anAuthorInUseCantBeDeleted() {
        String author = word();
        published(withAuthors(author));
        editor().delete(AUTHORS + "/" + author).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {TOPICS, AUTHORS})
    void whatIsNotInUseIsDeleted(String path) {
        String slug = made(path).path("slug").asText();
        editor().delete(path + "/" + slug).then().statusCode(204);
        editor().get(path + "/" + slug).then().statusCode(404);
    }

    @Test
    void aTopicDeletedUnderADraftIsMadeAgainWhenItIsPublished() {
        String topic = word();
        Draft draft = post(withTopics(topic));
        editor().delete(TOPICS + "/" + topic).then().statusCode(204);
        Editor.publish(draft);
        assertEquals(topic, article(draft).at("/topics/0/slug").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {TOPICS, AUTHORS})
    void anUnknownOneIsNotFound(String path) {
        String url = path + "/" + word();
        editor().get(url).then().statusCode(404);
        patch(path, word(), "{'name': 'N'}").then().statusCode(404);
        editor().delete(url).then().statusCode(404);
    }

    @Test
    void editorsSeeTopicsThatOnlyDraftsUse() {
        String topic = word();
        post(withTopics(topic));
        editor().get(TOPICS + "/" + topic).then().statusCode(200).body("articleCount", is(0));
        given().get("/v1/topics/" + topic).then().statusCode(404);
    }

    @Test
    void aTopicMadeByManyDraftsAtOnceIsMadeOnce() {
        String topic = word();
        Concurrently.each(8, i -> post(withTopics(topic)));
        editor().get(TOPICS + "/" + topic).then().statusCode(200);
    }

    @Test
    void aTopicMadeTwiceAtOnceIsMadeOnce() {
        ObjectNode input = json("{'name': 'Rip " + word() + "'}");
        java.util.List<Integer> statuses =
                Concurrently.each(6, i -> editor(input).post(TOPICS).statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(5, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void theNameOfAKnownTopicIsNotOverwrittenByADocument() {
        String topic = made(TOPICS).path("slug").asText();
        ObjectNode document = Documents.minimal();
        document.putArray("topics").add(json("{'slug': '" + topic + "', 'name': 'Another name', 'kind': 'place'}"));
        assertEquals("Made", post(document).at("/topics/0/name"));
    }

    private static ObjectNode made(String path) {
        ObjectNode input = json("{'name': 'Made'}").put("slug", word());
        editor(input).post(path).then().statusCode(201);
        return input;
    }

    private static Response patch(String path, String slug, String patch) {
        return editor(MERGE_PATCH, patch.replace('\'', '"')).patch(path + "/" + slug);
    }
}
