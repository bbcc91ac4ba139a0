package dev.galley.api;

import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Editor.ARTICLES;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.read;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many writes in one call. */
@ApiTest
class BatchTest {
    @Test
    void eachOperationDoesWhatTheCallOfItsNameDoes() {
        Draft replaced = post(minimal());
        Draft patched = post(minimal());
        Draft deleted = post(minimal());
        Draft restored = post(minimal());
        Editor.trash(restored);
        Draft shown = post(minimal());
        Draft hidden = published(minimal());
        JsonNode results = results(
                true,
                op("create").set("document", minimal("A new one")),
                on("replace", replaced).set("document", minimal("Another one")),
                on("patch", patched).set("patch", json("{'summary': 'Short'}")),
                on("delete", deleted),
                op("restore").put("id", restored.id()),
                op("publish").put("id", shown.id()).put("note", "For the opening"),
                op("unpublish").put("id", hidden.id()));
        assertEquals(List.of(201, 200, 200, 204, 200, 200, 200), statuses(results));
        assertEquals("A new one", results.at("/0/article/title").asText());
        assertEquals("\"1\"", results.at("/0/etag").asText());
        assertEquals(
                read(new Draft(results.at("/0/article/id").asText(), "", results))
                        .json(),
                results.at("/0/article"));
        assertEquals("Another one", read(replaced).at("/title"));
        assertEquals("Short", read(patched).at("/summary"));
        assertEquals("trashed", read(deleted).at("/status"));
        assertTrue(results.at("/3/article").isNull());
        assertEquals("draft", read(restored).at("/status"));
        assertEquals(shown.at("/title"), article(shown).path("title").asText());
        given().get("/v1/articles/" + hidden.id()).then().statusCode(410);
    }

    @Test
    void allOrNothingIsNothingWhereOneFails() {
        Draft draft = post(minimal());
        String newTitle = title("Never seen");
        batch(
                        true,
                        on("patch", draft).set("patch", json("{'summary': 'Short'}")),
                        op("create").set("document", minimal(newTitle)),
                        op("create").set("document", json("{'title': 'x', 'sections': [{'heading': ''}]}")))
                .then()
                .statusCode(400)
                .body("operation", is(2))
                .body("errors.pointer", contains("/operations/2/document/sections/0/heading"));
        assertEquals(draft.json(), read(draft).json());
        assertEquals(0, found(newTitle));
    }

    @Test
    void eachForItselfDoesWhatCanBeDone() {
        Draft draft = post(minimal());
        JsonNode results = results(
                false,
                op("create").set("document", minimal()),
                op("create").set("document", json("{'titel': 'x'}")),
                on("patch", draft).put("ifMatch", "\"77\"").set("patch", json("{'summary': 'Short'}")),
                op("publish").put("id", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000"),
                op("publish").put("id", draft.id()));
        assertEquals(List.of(201, 400, 412, 404, 200), statuses(results));
        assertEquals(
                "/operations/1/document/titel",
                results.at("/1/problem/errors/0/pointer").asText());
        assertEquals(1, results.at("/2/problem/currentVersion").asInt());
        assertTrue(results.at("/2/article").isNull());
        assertEquals("published", read(draft).at("/status"));
    }

    @Test
    void laterOperationsSeeWhatEarlierOnesDid() {
        Draft draft = post(minimal());
        JsonNode results = results(
                true,
                on("patch", draft).set("patch", json("{'summary': 'First'}")),
                on("patch", draft).put("ifMatch", "\"2\"").set("patch", json("{'summary': 'Second'}")),
                op("publish").put("id", draft.id()));
        assertEquals(List.of(200, 200, 200), statuses(results));
        assertEquals("Second", article(draft).path("summary").asText());
        assertEquals(3, article(draft).path("version").asInt());
    }

    @Test
    void aStopBeforePublishingPointsIntoTheDraft() {
        Draft draft = post(Documents.withSections(
                json("{'heading': 'One', 'anchor': 'same'}"), json("{'heading': 'Two', 'anchor': 'same'}")));
        batch(true, op("publish").put("id", draft.id()))
                .then()
                .statusCode(422)
                .body("operation", is(0))
                .body("errors.pointer", hasItem("/sections/1/anchor"));
    }

    @Test
    void batchesThatTouchTheSameArticlesInDifferentOrdersBothGoThrough() {
        List<Draft> drafts =
                IntStream.range(0, 4).mapToObj(i -> post(minimal())).toList();
        List<Integer> statuses = Concurrently.each(8, i -> {
            ObjectNode[] operations = IntStream.range(0, 4)
                    .mapToObj(n -> drafts.get(i % 2 == 0 ? n : 3 - n))
                    .map(draft ->
                            on("patch", draft).put("ifMatch", "*").set("patch", json("{'summary': 'By " + i + "'}")))
                    .toArray(ObjectNode[]::new);
            return batch(true, operations).statusCode();
        });
        assertEquals(IntStream.range(0, 8).mapToObj(i -> 200).toList(), statuses);
        assertEquals(
                1,
                drafts.stream()
                        .map(draft -> read(draft).at("/summary"))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                    | /operations
            {"operations": []}                                                    | /operations
            {"operations": {}}                                                    | /operations
            {"operations": [null]}                                                | /operations/0
            {"operations": [{}]}                                                  | /operations/0/op
            {"operations": [{"op": "destroy"}]}                                   | /operations/0/op
            {"operations": [{"op": "create"}]}                                    | /operations/0/document
            {"operations": [{"op": "create", "document": null}]}                  | /operations/0/document
            {"operations": [{"op": "create", "document": []}]}                    | /operations/0/document
            {"operations": [{"op": "create", "document": {"title": "x"}, "id": "y"}]} | /operations/0/id
            {"operations": [{"op": "replace", "id": "x", "document": {"title": "x"}}]} | /operations/0/ifMatch
            {"operations": [{"op": "publish", "id": "x", "patch": {}}]}           | /operations/0/patch
            {"operations": [{"op": "publish", "id": "x", "at": "soon"}]}          | /operations/0/at
            {"operations": [{"op": "publish", "id": 7}]}                          | /operations/0/id
            {"atomic": "yes", "operations": []}                                   | /atomic
            {"atomik": true, "operations": []}                                    | /atomik
            """)
    void whatHasNoMeaningIsRefusedWithItsPlace(String body, String pointer) {
        editor("application/json", body)
                .post(ARTICLES + "/batch")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void moreThanAHundredAreTooMany() {
        batch(
                        true,
                        Stream.generate(() -> op("restore").put("id", "x"))
                                .limit(101)
                                .toArray(ObjectNode[]::new))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/operations"));
    }

    private static ObjectNode op(String op) {
        return json("{'op': '" + op + "'}");
    }

    private static ObjectNode on(String op, Draft draft) {
        return op(op).put("id", draft.id()).put("ifMatch", draft.etag());
    }

    private static Response batch(boolean atomic, JsonNode... operations) {
        ObjectNode batch = json("{}").put("atomic", atomic);
        return editor(batch.set("operations", Documents.array(operations))).post(ARTICLES + "/batch");
    }

    private static JsonNode results(boolean atomic, JsonNode... operations) {
        return Editor.json(batch(atomic, operations)
                        .then()
                        .statusCode(200)
                        .extract()
                        .response())
                .path("results");
    }

    private static List<Integer> statuses(JsonNode results) {
        return IntStream.range(0, results.size())
                .mapToObj(i -> results.get(i).path("status").asInt())
                .toList();
    }

    private static long found(String title) {
        return Editor.json(editor().get(ARTICLES + "?limit=100")).path("data").findValuesAsText("title").stream()
                .filter(title::equals)
                .count();
    }
}
