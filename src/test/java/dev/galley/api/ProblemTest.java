package dev.galley.api;

import static dev.galley.api.Documents.callout;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Editor.ARTICLES;
import static dev.galley.api.Editor.IMPORTS;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.HostileRequests;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request is said in one shape (RFC 9457), and nothing that is sent is a 500. */
@ApiTest
class ProblemTest {
    private static final String NOBODY = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";
    private static final int MEGABYTE = 1024 * 1024;

    // The shape

    static Stream<Arguments> everyStatus() {
        return Stream.of(
                of(400, "validation", "a parameter that isn't known", () -> given().get("/v1/articles?nosuch=1")),
                of(400, "validation", "a body that isn't JSON", () -> editor("application/json", "{")
                        .post(ARTICLES)),
                of(400, "validation", "a member of a wrong type", () -> editor(
                                minimal().put("summary", 7))
                        .post(ARTICLES)),
                of(401, "unauthorized", "no key", () -> given().get(ARTICLES)),
                of(404, "not-found", "an unknown article", () -> given().get("/v1/articles/nobody-wrote-this")),
                of(404, "not-found", "an unknown path", () -> given().get("/v1/nosuch")),
                of(404, "not-found", "an unknown path outside", () -> given().get("/nosuch")),
                of(404, "not-found", "an unknown draft", () -> editor().get(ARTICLES + "/" + NOBODY)),
                of(404, "not-found", "an unknown editorial path", () -> editor().get("/v1/editorial/nosuch")),
                of(405, "method-not-allowed", "a write to delivery", () -> given().post("/v1/articles")),
                of(405, "method-not-allowed", "a wrong method", () -> editor().delete(ARTICLES)),
                of(406, "not-acceptable", "no such form", () -> given().accept("image/png")
                        .get("/v1/articles")),
                of(409, "slug-taken", "a taken slug", () -> editor(
                                minimal().put("slug", post(minimal()).slug()))
                        .post(ARTICLES)),
                of(409, "conflict", "a write to the trash", () -> {
                    Editor.Draft draft = post(minimal());
                    Editor.trash(draft);
                    return editor().post(draft.url() + "/publish");
                }),
                of(409, "merge-conflict", "two edits of one part", () -> {
                    Editor.Draft draft = post(minimal());
                    Editor.patched(draft, "{\"summary\": \"Theirs\"}");
                    return editor(Documents.json("{'baseVersion': 1, 'document': {'title': 'x', 'summary': 'Mine'}}"))
                            .post(draft.url() + "/merge");
                }),
                of(410, "gone", "what was public", () -> given().get("/v1/articles/"
                        + Editor.unpublish(published(minimal())).slug())),
                of(412, "precondition-failed", "a stale write", () -> editor(minimal())
                        .header("If-Match", "\"7\"")
                        .put(post(minimal()).url())),
                of(413, "content-too-large", "a large body", () -> editor(
                                "application/json", "x".repeat(2 * MEGABYTE + 1))
                        .post(ARTICLES)),
                of(413, "content-too-large", "a large import", () -> editor("text/plain", "x".repeat(10 * MEGABYTE + 1))
                        .post(IMPORTS)),
                of(415, "unsupported-media-type", "a body of no known type", () -> editor("image/png", "x")
                        .post(ARTICLES)),
                of(422, "not-publishable", "a check that fails", () -> editor().post(post(withSections(
                                        section("A").put("anchor", "same"),
                                        section("B").put("anchor", "same")))
                                .url()
                        + "/publish")),
                of(428, "precondition-required", "a blind write", () -> editor(minimal())
                        .put(post(minimal()).url())));
    }

    private static Arguments of(int status, String type, String what, Supplier<Response> request) {
        return arguments(Named.of(what, request), status, type);
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void everyProblemHasTheWholeShapeAndATypeThatResolves(Supplier<Response> request, int status, String type) {
        Response answer = request.get();
        assertEquals(status, answer.statusCode(), answer.asString());
        assertTrue(answer.contentType().startsWith("application/problem+json"), answer.contentType());
        JsonNode problem = Editor.json(answer);
        assertTrue(
                Documents.keys(problem)
                        .containsAll(List.of("type", "title", "status", "detail", "instance", "requestId", "errors")),
                problem.toString());
        assertEquals(status, problem.path("status").asInt());
        String url = problem.path("type").asText();
        assertTrue(url.startsWith("http") && url.endsWith("/problems/" + type), url);
        given().get(url).then().statusCode(200).body("type", is(url)).body("status", is(status));
        assertFalse(problem.path("title").asText().isBlank());
        assertFalse(problem.path("detail").asText().isBlank());
        assertTrue(problem.path("instance").asText().startsWith("/"), problem.toString());
        assertEquals(answer.header("X-Request-Id"), problem.path("requestId").asText());
        assertEquals(status == 400 || status == 422, problem.path("errors").size() > 0, problem.toString());
        problem.path("errors").forEach(ProblemTest::assertErrorHasItsShape);
    }

    private static void assertErrorHasItsShape(JsonNode error) {
        assertTrue(error.hasNonNull("pointer") ^ error.hasNonNull("parameter"), error.toString());
        assertTrue(error.path("code").asText().matches("[a-z]+(-[a-z]+)*"), error.toString());
        assertFalse(error.path("detail").asText().isBlank(), error.toString());
    }

    @Test
    void aRequestIdThatWasSentComesBack() {
        given().header("X-Request-Id", "from-the-client-1")
                .get("/v1/nosuch")
                .then()
                .header("X-Request-Id", "from-the-client-1")
                .body("requestId", is("from-the-client-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "<script>alert(1)</script>"})
    void aRequestIdThatCouldHarmALogIsReplaced(String id) {
        String given = given().header("X-Request-Id", id).get("/v1/nosuch").header("X-Request-Id");
        assertNotNull(given);
        assertFalse(given.equals(id));
    }

    @Test
    void anUnknownProblemTypeIsNotFound() {
        given().get("/problems/nosuch").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /v1/articles | GET",
                "DELETE | /v1/articles/any | GET",
                "PUT | /v1/editorial/articles | GET, POST",
                "POST | /v1/editorial/articles/0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000 | DELETE, GET, PATCH, PUT",
                "GET | /v1/editorial/imports | POST"
            })
    void allowListsTheMethodsThatThereAre(String method, String path, String methods) {
        String allow =
                editor().request(method, path).then().statusCode(405).extract().header("Allow");
        Set<String> named = Set.of(allow.split(", "));
        assertTrue(named.containsAll(List.of(methods.split(", "))), allow);
        assertFalse(named.contains(method), allow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", ARTICLES})
    void whatWouldDoIsNamedWhereNothingFits(String path) {
        editor().accept("image/png")
                .get(path)
                .then()
                .statusCode(406)
                .body("detail", containsString("application/json"));
    }

    @Test
    void whatWouldDoIsNamedForABodyOfAnUnknownType() {
        editor("text/csv", "a,b")
                .post(ARTICLES)
                .then()
                .statusCode(415)
                .header("Accept", containsString("application/json"))
                .body("detail", containsString("application/json"));
    }

    @ParameterizedTest
    @CsvSource({ARTICLES + ", application/json, 2", IMPORTS + ", text/plain, 10", IMPORTS + ", application/json, 10"})
    void aBodyPastTheLimitIsRefusedWithoutItsLengthToo(String path, String type, int megabytes) {
        HttpResponse<String> answer = Raw.postChunked(path, type, new byte[megabytes * MEGABYTE + 1]);
        assertEquals(413, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void anImportMayBeLargerThanOtherBodies() {
        String text = "The sea comes and goes.\n\n".repeat(100_000 / 50) + "<!-- " + "x".repeat(3 * MEGABYTE) + " -->";
        int status = editor("text/html", text).post(IMPORTS + "?dryRun=true").statusCode();
        assertTrue(Set.of(200, 400).contains(status), "" + status);
    }

    // JSON that isn't, or isn't what it should be

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`` | required",
                "` ` | required",
                "{ | malformed",
                "{'title' | malformed",
                "{'title': } | malformed",
                "{title: 'x'} | malformed",
                "{'title': 'x',} | malformed",
                "{'title': 'x'} x | malformed",
                "{'title': 'x'}{'title': 'y'} | malformed",
                "{'title': 'x'} // end | malformed",
                "{'title': NaN} | malformed",
                "{'title': 'x', 'title': 'y'} | duplicate",
                "{'title': 'x', 'seo': {'title': 'y', 'title': 'z'}} | duplicate",
                "[] | wrong-type",
                "[{'title': 'x'}] | wrong-type",
                "7 | wrong-type",
                "'title' | wrong-type",
                "true | wrong-type",
                "null | wrong-type"
            })
    void whatIsNoDocumentIsRefused(String body, String code) {
        editor("application/json", body.replace('\'', '"'))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.code", contains(code));
    }

    @Test
    void jsonThatNestsTooDeepIsRefused() {
        String deep = "{\"title\": \"x\", \"lead\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        editor("application/json", deep)
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.code", contains("too-deep"));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] latin1 = "{\"title\": \"Sch\u00f6n\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(400, Raw.post(ARTICLES, "application/json", latin1).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00", "a\\ud800b", "\\udc00\\ud800"})
    void whatIsNoCharacterIsRefusedWhereverItStands(String escape) {
        for (String body : List.of(
                "{\"title\": \"%\"}",
                "{\"title\": \"x\", \"lead\": [{\"type\": \"code\", \"code\": \"%\"}]}",
                "{\"title\": \"x\", \"takeaways\": [{\"text\": \"%\"}]}",
                "{\"title\": \"x\", \"topics\": [\"%\"]}")) {
            editor("application/json", body.replace("%", escape))
                    .post(ARTICLES)
                    .then()
                    .statusCode(400);
        }
        editor("application/json", "{\"title\": \"x\", \"" + escape + "\": 1}")
                .post(ARTICLES)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"titel, title", "sumary, summary", "takeaway, takeaways", "Sections, sections", "faq, faqs"})
    void anUnknownMemberIsNamedWithTheNearest(String member, String nearest) {
        editor(minimal().put(member, "x"))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + member))
                .body("errors.code", contains("unknown"))
                .body("errors[0].detail", containsString("Did you mean \"" + nearest + "\"?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title': 7} | /title",
                "{'title': true} | /title",
                "{'title': ['x']} | /title",
                "{'title': {}} | /title",
                "{'title': 'x', 'slug': 7} | /slug",
                "{'title': 'x', 'summary': 7} | /summary",
                "{'title': 'x', 'sections': {}} | /sections",
                "{'title': 'x', 'sections': 'none'} | /sections",
                "{'title': 'x', 'sections': [7]} | /sections/0",
                "{'title': 'x', 'sections': [{'heading': 7}]} | /sections/0/heading",
                "{'title': 'x', 'sections': [{'heading': 'h', 'blocks': {}}]} | /sections/0/blocks",
                "{'title': 'x', 'takeaways': ['text']} | /takeaways/0",
                "{'title': 'x', 'faqs': [{'question': 'q', 'answer': 'a'}]} | /faqs/0/answer",
                "{'title': 'x', 'hero': 'https://example.org/i.png'} | /hero",
                "{'title': 'x', 'hero': {'url': '/i.png', 'width': '10'}} | /hero/width",
                "{'title': 'x', 'hero': {'url': '/i.png', 'width': 1.5}} | /hero/width",
                "{'title': 'x', 'seo': {'noindex': 'true'}} | /seo/noindex",
                "{'title': 'x', 'seo': {'noindex': 1}} | /seo/noindex",
                "{'title': 'x', 'lead': [{'type': 'paragraph', 'text': 7}]} | /lead/0/text",
                "{'title': 'x', 'lead': [{'type': 'list', 'items': ['text']}]} | /lead/0/items/0",
                "{'title': 'x', 'lead': [{'type': 'table', 'head': 'h'}]} | /lead/0/head",
                "{'title': 'x', 'lead': [{'type': 'table', 'head': ['h'], 'rows': ['r']}]} | /lead/0/rows/0",
                "{'title': 'x', 'lead': [{'type': 'callout', 'kind': 'loud', 'blocks': []}]} | /lead/0/kind",
                "{'title': 'x', 'lead': [{'type': 'callout', 'kind': 1, 'blocks': []}]} | /lead/0/kind",
                "{'title': 'x', 'lead': [{'type': 'list', 'items': [{'text': 't', 'checked': 'yes'}]}]} "
                        + "| /lead/0/items/0/checked",
                "{'title': 'x', 'topics': [7]} | /topics/0",
                "{'title': 'x', 'topics': [{'slug': 'a', 'kind': 'thing'}]} | /topics/0/kind",
                "{'title': 'x', 'series': 'the-sea'} | /series",
                "{'title': 'x', 'series': {'slug': 's', 'position': 'two'}} | /series/position"
            })
    void aWrongTypeIsRefusedWithItsPointer(String body, String pointer) {
        editor(json(body)).post(ARTICLES).then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /title",
                "{'title': null} | /title",
                "{'title': ''} | /title",
                "{'title': '  '} | /title",
                "{'title': 'x', 'lead': [null]} | /lead/0",
                "{'title': 'x', 'sections': [null]} | /sections/0",
                "{'title': 'x', 'takeaways': [null]} | /takeaways/0",
                "{'title': 'x', 'faqs': [null]} | /faqs/0",
                "{'title': 'x', 'topics': [null]} | /topics/0",
                "{'title': 'x', 'authors': [null]} | /authors/0",
                "{'title': 'x', 'sections': [{}]} | /sections/0/heading",
                "{'title': 'x', 'sections': [{'heading': ' '}]} | /sections/0/heading",
                "{'title': 'x', 'takeaways': [{}]} | /takeaways/0/text",
                "{'title': 'x', 'faqs': [{'answer': []}]} | /faqs/0/question",
                "{'title': 'x', 'series': {'title': 'No slug'}} | /series/slug",
                "{'title': 'x', 'hero': {'alt': 'No url'}} | /hero/url",
                "{'title': 'x', 'lead': [{'type': 'paragraph'}]} | /lead/0/text",
                "{'title': 'x', 'lead': [{'text': 'No type'}]} | /lead/0/type",
                "{'title': 'x', 'lead': [{'type': null, 'text': 't'}]} | /lead/0/type",
                "{'title': 'x', 'lead': [{'type': 'image'}]} | /lead/0/url",
                "{'title': 'x', 'lead': [{'type': 'table', 'head': []}]} | /lead/0/head",
                "{'title': 'x', 'lead': [{'type': 'table', 'head': [null]}]} | /lead/0/head/0",
                "{'title': 'x', 'lead': [{'type': 'list', 'items': [null]}]} | /lead/0/items/0"
            })
    void whatIsMissingIsNamedByItsPointer(String body, String pointer) {
        editor(json(body))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", everyItem(is("required")));
    }

    @Test
    void anUnknownTypeOfBlockIsNamedWithTheNearest() {
        editor(json("{'title': 'x', 'lead': [{'type': 'paragraf', 'text': 't'}]}"))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/lead/0/type"))
                .body("errors[0].detail", containsString("\"paragraph\""));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        editor(json("{'title': '', 'locale': 'xx-!', 'slug': 'A B', 'takeaways': [{'text': ''}]}"))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/title", "/slug", "/locale", "/takeaways/0/text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "a b",
                "-a",
                "a-",
                "a--b",
                "a_b",
                "a/b",
                "ä",
                "a.b",
                "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000",
                "00000000-0000-0000-0000-000000000000"
            })
    void aBadSlugIsRefused(String slug) {
        editor(minimal().put("slug", slug))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/slug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "e", "de_CH", "de-", "12", "und", "en-toolongsubtag", "en en"})
    void aBadLocaleIsRefused(String locale) {
        editor(minimal().put("locale", locale))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/locale"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title': 'x', 'sections': [{'heading': 'h', 'id': '7'}]} | /sections/0/id",
                "{'title': 'x', 'sections': [{'heading': 'h', 'anchor': 'Not So'}]} | /sections/0/anchor",
                "{'title': 'x', 'takeaways': [{'text': 't', 'id': 'first'}]} | /takeaways/0/id",
                "{'title': 'x', 'lead': [{'type': 'divider', 'id': 'a b'}]} | /lead/0/id",
                "{'title': 'x', 'lead': [{'type': 'divider', 'id': 'a'}, {'type': 'divider', 'id': 'a'}]} | /lead/1/id",
                "{'title': 'x', 'topics': ['a', 'a']} | /topics/1/slug",
                "{'title': 'x', 'authors': ['No Slug']} | /authors/0/slug",
                "{'title': 'x', 'authors': [{'slug': 'a', 'url': 'javascript:alert(1)'}]} | /authors/0/url",
                "{'title': 'x', 'hero': {'url': 'javascript:alert(1)'}} | /hero/url",
                "{'title': 'x', 'hero': {'url': 'data:text/html,x'}} | /hero/url",
                "{'title': 'x', 'lead': [{'type': 'image', 'url': 'javascript:alert(1)'}]} | /lead/0/url",
                "{'title': 'x', 'lead': [{'type': 'embed', 'url': 'http://example.org'}]} | /lead/0/url",
                "{'title': 'x', 'lead': [{'type': 'embed', 'url': 'javascript:alert(1)'}]} | /lead/0/url",
                "{'title': 'x', 'seo': {'canonicalUrl': 'javascript:alert(1)'}} | /seo/canonicalUrl",
                "{'title': 'x', 'series': {'slug': 's', 'position': 0}} | /series/position"
            })
    void aBadValueIsRefusedWithItsPointer(String body, String pointer) {
        editor(json(body)).post(ARTICLES).then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "not-an-id", "0199aaaa", "0199AAAA-BBBB-7CCC-8DDD-EEEEFFFF0000", "%00", "%20", "..%2f"})
    void aBadIdIsNotFound(String id) {
        assertEquals(404, Raw.send(Raw.editor(ARTICLES + "/" + id).GET()).statusCode());
    }

    // Limits

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("title", "/title", "too-long", 300, n -> minimal("t".repeat(n))),
                limit("summary", "/summary", "too-long", 2_000, n -> minimal().put("summary", "s".repeat(n))),
                limit("heading", "/sections/0/heading", "too-long", 300, n -> withSections(section("h".repeat(n)))),
                limit("question", "/faqs/0/question", "too-long", 300, n -> with("faqs", faq("q".repeat(n)))),
                limit("text", "/lead/0/text", "too-long", 200_000, n -> with("lead", paragraph("t".repeat(n)))),
                limit(
                        "takeaway",
                        "/takeaways/0/text",
                        "too-long",
                        200_000,
                        n -> with("takeaways", takeaway("t".repeat(n)))),
                limit("blocks", "", "too-many", 2_000, n -> many("lead", n, i -> json("{'type': 'divider'}"))),
                limit(
                        "sections",
                        "/sections",
                        "too-many",
                        500,
                        n -> many("sections", n, i -> json("{'heading': 'Section " + i + "'}"))),
                limit(
                        "takeaways",
                        "/takeaways",
                        "too-many",
                        200,
                        n -> many("takeaways", n, i -> takeaway("Takeaway " + i))),
                limit(
                        "faqs",
                        "/faqs",
                        "too-many",
                        200,
                        n -> many("faqs", n, i -> json("{'question': 'Question " + i + "?'}"))),
                limit(
                        "topics",
                        "/topics",
                        "too-many",
                        100,
                        n -> many("topics", n, i -> json("{'slug': 'limit-topic-" + i + "'}"))),
                limit(
                        "depth of sections",
                        "/sections/0" + "/sections/0".repeat(5) + "/sections",
                        "too-deep",
                        6,
                        n -> with("sections", nested(n))),
                limit(
                        "depth of blocks",
                        "/lead/0" + "/blocks/0".repeat(7) + "/blocks",
                        "too-deep",
                        8,
                        n -> with("lead", callouts(n))),
                limit("slug", "/slug", "invalid", 120, n -> minimal().put("slug", slug(n))));
    }

    private static Arguments limit(
            String what, String pointer, String code, int limit, IntFunction<ObjectNode> document) {
        return arguments(Named.of(what, document), pointer, code, limit);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void whatIsAtTheLimitIsTaken(IntFunction<ObjectNode> document, String pointer, String code, int limit) {
        Editor.purge(post(document.apply(limit))).then().statusCode(204);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void whatIsPastTheLimitIsRefusedWithTheLimit(
            IntFunction<ObjectNode> document, String pointer, String code, int limit) {
        editor(document.apply(limit + 1))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code))
                .body("errors[0].detail", containsString(String.valueOf(limit)));
    }

    @Test
    void aLimitHoldsForAPartToo() {
        ObjectNode document = many("takeaways", 200, i -> takeaway("Takeaway " + i));
        Editor.add(post(document), "takeaways", takeaway("One more"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("too-many"));
    }

    private static ObjectNode with(String member, ObjectNode part) {
        ObjectNode document = minimal();
        document.set(member, Documents.array(part));
        return document;
    }

    private static ObjectNode many(String member, int count, IntFunction<ObjectNode> part) {
        ObjectNode document = minimal();
        ArrayNode parts = document.putArray(member);
        IntStream.range(0, count).mapToObj(part).forEach(parts::add);
        return document;
    }

    private static ObjectNode nested(int depth) {
        ObjectNode section = section("Level " + depth);
        for (int level = depth - 1; level >= 1; level--) {
            section = section("Level " + level, section);
        }
        return section;
    }

    private static ObjectNode callouts(int depth) {
        ObjectNode block = paragraph("Deep");
        for (int level = depth - 1; level >= 1; level--) {
            block = callout(block);
        }
        return block;
    }

    private static String slug(int length) {
        String word = Documents.word();
        return word + "x".repeat(length - word.length());
    }

    // Paths

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1//editorial/articles",
                "/v1//editorial/articles",
                "/v1/editorial//articles",
                "/v1/editorial/articles/",
                "/v1/editorial;x/articles",
                "/v1/editorial/articles;x=1",
                "/v1;/editorial/articles",
                "/;/v1/editorial/articles",
                "/v1/./editorial/articles",
                "/v1/x/../editorial/articles",
                "/v1/%65ditorial/articles",
                "/v1/%2e/editorial/articles",
                "/v1/x/%2e%2e/editorial/articles",
                "/v1/%2e%2e/v1/editorial/articles",
                "/v1/editorial%2farticles",
                "/v1%2feditorial%2farticles",
                "/v1/editorial%3Bx/articles",
                "/v1/editorial%00/articles",
                "/v1/editorial/articles%20",
                "/v1/Editorial/articles",
                "/v1/articles/../editorial/articles",
                "/v1/articles/..;/editorial/articles",
                "/v1/articles/%2e%2e/editorial/articles",
                "/v1/articles/..%2feditorial/articles",
                "/v1/\\editorial/articles",
                "/v1/editorial\\articles",
                "/v1/editorial/topics/",
                "/v1/editorial/topics;.css",
                "/v1/editorial/articles.json",
                "/v1/editorial/articles.md"
            })
    void noSpellingOfAPathOpensTheEditorialSurface(String path) {
        int status = Raw.status(Raw.get(path));
        assertTrue(Set.of(400, 401, 404).contains(status), path + " is " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/%",
                "/v1/articles/%zz",
                "/v1/articles/%c3%28",
                "/v1/articles/%ff",
                "/v1/articles/%00",
                "/v1/articles?%",
                "/v1/articles?topic=%zz",
                "/v1/articles?%00=1",
                "/v1/articles?=",
                "/v1/articles?&&",
                "/v1/articles?topic=%ed%a0%80",
                "/v1/articles/..",
                "/v1/articles/.",
                "/v1/articles/a/sections/%00",
                "/v1/articles/%F0%9F%98%80",
                "/v1/topics/%00",
                "/v1/authors/%ff",
                "/problems/%00",
                "*",
                "/v1/[",
                "/v1/{a}",
                "/v1/|",
                "//",
                "/",
                "/v1",
                "/v1/",
                "/v1/articles/a/",
                "/v1/articles/a//sections",
                "/v1/articles#x"
            })
    void noPathIsA500(String path) {
        int status = Raw.status(Raw.get(path));
        assertTrue(status < 500, path + " is " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/",
                "/v1/topics/",
                "/v1/authors/",
                "/problems/",
                "/v1/editorial/articles/",
                "/v1/editorial/topics/",
                "/v1/editorial/authors/"
            })
    void aNameThatHoldsNoCharacterIsNotFound(String path) {
        assertEquals(404, Raw.send(Raw.editor(path + "a%00b").GET()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 20_000, 200_000})
    void aVeryLongPathIsNotA500(int length) {
        int status = Raw.status(Raw.get("/v1/articles/" + "a".repeat(length)));
        assertTrue(Set.of(400, 404, 414).contains(status), "" + status);
    }

    @Test
    void aVeryLongQueryIsNotA500() {
        int status = Raw.status(Raw.get("/v1/articles?topic=" + "a,".repeat(1_900)));
        assertTrue(Set.of(400, 414).contains(status), "" + status);
    }

    @Test
    void aVeryLongHeaderIsNotA500() {
        int status = Raw.status(Raw.get("/v1/articles", "X-Long: " + "a".repeat(100_000) + "\r\n"));
        assertTrue(Set.of(200, 400, 431).contains(status), "" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "a/b/c", "*", "application/json;q=x", "text/html;q=2", "/", "json"})
    void noAcceptHeaderIsA500(String accept) {
        int status = Raw.status(Raw.get("/v1/articles", "Accept: " + accept + "\r\n"));
        assertTrue(status < 500, accept + " is " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {";", "json", "application/", "/json", "application/json;charset=nosuch", "text/markdown;charset"
            })
    void noContentTypeIsA500(String type) {
        for (String path : List.of(ARTICLES, IMPORTS + "?dryRun=true")) {
            int status = editor(type, "{\"title\": \"" + Documents.title("Typed") + "\"}")
                    .post(path)
                    .statusCode();
            assertTrue(status < 500, type + " is " + status + " at " + path);
        }
    }

    @Test
    void aBodyWithoutATypeIsNotA500() {
        int status = Raw.send(Raw.editor(ARTICLES)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"title\": \"x\"}")))
                .statusCode();
        assertTrue(status < 500, "" + status);
    }

    @Test
    void noHostileReadIsA500() {
        List<String> failed = HostileRequests.reads(11, 1_000)
                .filter(path -> Raw.send(java.net.http.HttpRequest.newBuilder(Raw.uri(path)))
                                .statusCode()
                        >= 500)
                .toList();
        assertEquals(List.of(), failed);
    }

    @Test
    void noProblemShowsWhatTheServerIsMadeOf() {
        for (Arguments one : everyStatus().toList()) {
            @SuppressWarnings("unchecked")
            Supplier<Response> request = ((Named<Supplier<Response>>) one.get()[0]).getPayload();
            String body = request.get().asString();
            for (String secret : List.of("java.", "dev.galley", "hibernate", "Exception", "select ", "jackson")) {
                assertFalse(body.contains(secret), body);
            }
        }
    }

    @Test
    void aMemberWithASlashIsPointedAtAsItsStandardWritesIt() {
        editor(minimal().put("a/b~c", 1))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/a~1b~0c"));
    }
}
