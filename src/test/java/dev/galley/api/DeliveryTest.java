package dev.galley.api;

import static dev.galley.api.Documents.code;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.keys;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.withAuthors;
import static dev.galley.api.Documents.withFaqs;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.withTakeaways;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class DeliveryTest {
    // Lists

    @Test
    void anArticleInAListLeavesOutItsBody() {
        String topic = word();
        published(full().set("topics", Documents.array(json("{'slug': '" + topic + "'}"))));
        JsonNode item = delivered("/v1/articles?topic=" + topic).at("/data/0");
        assertEquals(
                List.of(
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
                        "seo",
                        "translations",
                        "fallback",
                        "links"),
                keys(item));
    }

    @Test
    void aListTellsItsPage() {
        JsonNode list = delivered("/v1/articles?topic=" + word());
        assertEquals(List.of("data", "page"), keys(list));
        assertEquals(json("{'limit': 20, 'next': null, 'prev': null, 'total': null}"), list.path("page"));
    }

    @Test
    void theNewestComesFirst() {
        String topic = word();
        List<String> slugs = newestFirst(topic, 3);
        assertEquals(slugs, each(delivered("/v1/articles?topic=" + topic).path("data"), "slug"));
    }

    @Test
    void aTopicFiltersByAnyOfItsValues() {
        String one = word();
        String two = word();
        Draft first = published(withTopics(one));
        Draft second = published(withTopics(two, one));
        Draft third = published(withTopics(two));
        assertEquals(Set.of(first.slug(), second.slug()), slugs("/v1/articles?topic=" + one));
        assertEquals(Set.of(first.slug(), second.slug(), third.slug()), slugs("/v1/articles?topic=" + one + "," + two));
    }

    @Test
    void anAuthorFiltersByAnyOfItsValues() {
        String one = word();
        String two = word();
        Draft first = published(withAuthors(one));
        Draft second = published(withAuthors(two));
        assertEquals(Set.of(first.slug()), slugs("/v1/articles?author=" + one));
        assertEquals(Set.of(first.slug(), second.slug()), slugs("/v1/articles?author=" + one + "," + two));
    }

    @Test
    void aLocaleFiltersExactly() {
        String topic = word();
        Draft english = published(withTopics(topic));
        Draft german = published(withTopics(topic).put("locale", "de"));
        Draft swiss = published(withTopics(topic).put("locale", "de-CH"));
        assertEquals(Set.of(german.slug()), slugs("/v1/articles?locale=de&topic=" + topic));
        assertEquals(Set.of(german.slug(), swiss.slug()), slugs("/v1/articles?locale=de,de-ch&topic=" + topic));
        assertEquals(Set.of(english.slug(), german.slug(), swiss.slug()), slugs("/v1/articles?topic=" + topic));
    }

    @Test
    void filtersHoldTogether() {
        String word = word();
        ObjectNode both = withTopics("t-" + word);
        both.putArray("authors").add("a-" + word);
        Draft draft = published(both);
        published(withTopics("t-" + word));
        published(withAuthors("a-" + word));
        assertEquals(Set.of(draft.slug()), slugs("/v1/articles?topic=t-" + word + "&author=a-" + word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void aLimitInItsBoundsIsKept(String limit) {
        given().get("/v1/articles?limit=" + limit)
                .then()
                .statusCode(200)
                .body("page.limit", is(Integer.valueOf(limit)));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, -1",
        "limit, ten",
        "limit, ''",
        "limit, 1.5",
        "limit, 99999999999",
        "cursor, x",
        "cursor, ''",
        "cursor, a.b",
        "cursor, eyJhIjoxfQ.eyJhIjoxfQ",
        "topic, Not A Slug",
        "topic, ''",
        "topic, 'a,,b'",
        "topic, 'a,'",
        "author, a--b",
        "author, ''",
        "locale, english",
        "locale, ''",
        "text, bold",
        "text, ''",
        "text, HTML"
    })
    void aBadValueIsRefusedByName(String parameter, String value) {
        given().queryParam(parameter, value)
                .get("/v1/articles")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(parameter));
    }

    @Test
    void tooManyValuesAreRefused() {
        given().get("/v1/articles?topic=" + "a,".repeat(20) + "a")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("topic"));
    }

    @ParameterizedTest
    @CsvSource({"topics, topic", "autor, author", "limmit, limit", "Cursor, cursor", "txt, text"})
    void anUnknownParameterIsNamedWithTheNearest(String given, String nearest) {
        given().get("/v1/articles?" + given + "=1")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(given))
                .body("errors.code", contains("unknown"))
                .body("errors[0].detail", containsString("Did you mean \"" + nearest + "\"?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/any",
                "/v1/articles/any/sections",
                "/v1/articles/any/sections/one",
                "/v1/articles/any/faqs",
                "/v1/articles/any/takeaways",
                "/v1/sections",
                "/v1/takeaways",
                "/v1/faqs",
                "/v1/topics",
                "/v1/topics/any",
                "/v1/authors",
                "/v1/authors/any",
                "/v1/redirects"
            })
    void noPathIgnoresAParameterInSilence(String path) {
        given().get(path + "?nosuch=1").then().statusCode(400).body("errors.parameter", contains("nosuch"));
    }

    @Test
    void aParameterThatStandsTwiceIsRefused() {
        given().get("/v1/articles?topic=a&topic=b")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("topic"))
                .body("errors.code", contains("duplicate"));
    }

    // Pages

    @Test
    void aWalkForwardAndBackSeesEveryArticleOnceWhileOthersArePublished() {
        String topic = word();
        List<String> expected = newestFirst(topic, 7);
        String path = "/v1/articles?limit=2&topic=" + topic;
        JsonNode page = delivered(path);
        List<String> forward = new ArrayList<>(each(page.path("data"), "slug"));
        while (!page.at("/page/next").isNull()) {
            published(withTopics(topic));
            page = delivered(path + "&cursor=" + page.at("/page/next").asText());
            forward.addAll(each(page.path("data"), "slug"));
        }
        assertEquals(expected, forward);
        List<String> back = new ArrayList<>(each(page.path("data"), "slug"));
        while (back.size() < expected.size()) {
            page = delivered(path + "&cursor=" + page.at("/page/prev").asText());
            back.addAll(0, each(page.path("data"), "slug"));
        }
        assertEquals(expected, back.subList(back.size() - expected.size(), back.size()));
    }

    @Test
    void aWalkBackToTheStartEndsThere() {
        String topic = word();
        newestFirst(topic, 3);
        String path = "/v1/articles?limit=2&topic=" + topic;
        JsonNode first = delivered(path);
        JsonNode second = delivered(path + "&cursor=" + first.at("/page/next").asText());
        JsonNode again = delivered(path + "&cursor=" + second.at("/page/prev").asText());
        assertEquals(first.path("data"), again.path("data"));
        assertTrue(again.at("/page/prev").isNull());
        assertTrue(second.at("/page/next").isNull());
    }

    @Test
    void pagesCanBeNumberedAndCounted() {
        String topic = word();
        List<String> published = new ArrayList<>();
        IntStream.range(0, 5)
                .forEach(i -> published.add(published(withTopics(topic)).id()));
        Collections.reverse(published);
        String path = "/v1/articles?limit=2&topic=" + topic;
        JsonNode second = delivered(path + "&page=2&count=true");
        assertEquals(published.subList(2, 4), each(second.path("data"), "id"));
        assertEquals(5, second.at("/page/total").asInt());
        JsonNode third = delivered(path + "&cursor=" + second.at("/page/next").asText());
        assertEquals(published.subList(4, 5), each(third.path("data"), "id"));
        assertTrue(third.at("/page/next").isNull() && third.at("/page/total").isNull());
        JsonNode first =
                delivered(path + "&count=true&cursor=" + second.at("/page/prev").asText());
        assertEquals(published.subList(0, 2), each(first.path("data"), "id"));
        assertEquals(5, first.at("/page/total").asInt());
        JsonNode behind = delivered(path + "&page=9");
        assertEquals(0, behind.path("data").size());
        assertTrue(behind.at("/page/next").isNull() && behind.at("/page/prev").isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"articles", "sections", "takeaways", "faqs", "topics", "authors", "redirects", "editorial/audit"
            })
    void everyListCountsItsRows(String list) {
        published(full());
        JsonNode page = Editor.json(editor().get("/v1/" + list + "?limit=1&count=true"));
        assertTrue(page.at("/page/total").asLong() >= page.path("data").size(), page.toString());
        assertTrue(page.at("/page/total").isIntegralNumber(), page.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=0", "page=-1", "page=x", "page=501", "limit=100&page=101", "page=99999999999", "count=yes"
            })
    void aPageOutOfRangeIsRefused(String query) {
        given().get("/v1/articles?" + query).then().statusCode(400);
    }

    @Test
    void aPageHasANumberOrACursor() {
        String topic = word();
        published(withTopics(topic));
        published(withTopics(topic));
        String path = "/v1/articles?limit=1&topic=" + topic;
        String cursor = delivered(path).at("/page/next").asText();
        given().get(path + "&page=2&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("page"));
        String links = given().get(path + "&page=2").header("Link");
        assertFalse(links.contains("page=2"), links);
    }

    /** What stood there was withdrawn meanwhile; the row that the cursor came from wasn't. */
    @Test
    void theWayBackFromAnEmptyPageSkipsNothing() {
        String topic = word();
        List<Draft> drafts =
                List.of(published(withTopics(topic)), published(withTopics(topic)), published(withTopics(topic)));
        List<String> newest = newestSlugs(drafts);
        String list = "/v1/articles?limit=2&topic=" + topic;
        JsonNode first = delivered(list);
        String next = first.at("/page/next").asText();
        Editor.unpublish(drafts.get(0));
        JsonNode empty = delivered(list + "&cursor=" + next);
        assertTrue(empty.path("data").isEmpty());
        JsonNode back = delivered(list + "&cursor=" + empty.at("/page/prev").asText());
        assertEquals(newest.subList(0, 2), each(back.path("data"), "slug"));
    }

    private static List<String> newestSlugs(List<Draft> drafts) {
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> drafts.get(drafts.size() - 1 - i).slug())
                .toList();
    }

    @Test
    void articlesOfTheSameInstantAreNeitherRepeatedNorSkipped() {
        String topic = word();
        for (int i = 0; i < 5; i++) {
            Editor.imported(
                    "text/markdown",
                    "---\ntitle: At once " + word() + "\ndate: 2024-05-01T10:00:00Z\ntags: [" + topic
                            + "]\n---\nText.\n",
                    "?publish=true");
        }
        List<String> ids = walk("/v1/articles?limit=2&topic=" + topic);
        assertEquals(5, ids.size());
        assertEquals(5, Set.copyOf(ids).size());
        List<String> descending = new ArrayList<>(ids);
        descending.sort(Collections.reverseOrder());
        assertEquals(descending, ids);
    }

    @Test
    void anotherLimitMayFollow() {
        String topic = word();
        List<String> slugs = newestFirst(topic, 5);
        JsonNode page = delivered("/v1/articles?limit=1&topic=" + topic);
        String rest = "/v1/articles?limit=10&topic=" + topic + "&cursor="
                + page.at("/page/next").asText();
        assertEquals(slugs.subList(1, 5), each(delivered(rest).path("data"), "slug"));
    }

    @Test
    void aCursorFitsNoOtherQuery() {
        String topic = word();
        newestFirst(topic, 2);
        String cursor = delivered("/v1/articles?limit=1&topic=" + topic)
                .at("/page/next")
                .asText();
        for (String other : List.of("/v1/articles?", "/v1/articles?topic=other&", "/v1/faqs?topic=" + topic + "&")) {
            given().get(other + "cursor=" + cursor).then().statusCode(400).body("errors.parameter", contains("cursor"));
        }
    }

    @Test
    void aCursorThatWasTamperedWithIsRefused() {
        String topic = word();
        newestFirst(topic, 2);
        String path = "/v1/articles?limit=1&topic=" + topic + "&cursor=";
        String cursor = delivered("/v1/articles?limit=1&topic=" + topic)
                .at("/page/next")
                .asText();
        for (int at = 0; at < cursor.length() - 1; at += 5) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            given().get(path + cursor.substring(0, at) + other + cursor.substring(at + 1))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void linksLeadFromPageToPage() {
        String topic = word();
        newestFirst(topic, 3);
        String links = given().get("/v1/articles?limit=1&topic=" + topic).header("Link");
        assertTrue(links.contains("rel=\"first\"") && links.contains("rel=\"next\""), links);
        assertFalse(links.contains("rel=\"prev\""), links);
        String second =
                given().urlEncodingEnabled(false).get(link(links, "next")).header("Link");
        assertTrue(second.contains("rel=\"prev\""), second);
        given().urlEncodingEnabled(false)
                .get(link(second, "first"))
                .then()
                .statusCode(200)
                .body("page.prev", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs"})
    void partsAcrossArticlesAreWalkedInOrder(String parts) {
        String topic = word();
        for (int i = 0; i < 3; i++) {
            ObjectNode document = withTopics(topic);
            document.set("sections", Documents.array(section("A"), section("B"), section("C")));
            document.set("takeaways", withTakeaways("A", "B", "C").get("takeaways"));
            document.set("faqs", withFaqs("A?", "B?", "C?").get("faqs"));
            published(document);
        }
        String path = "/v1/" + parts + "?topic=" + topic;
        assertEquals(each(delivered(path).path("data"), "id"), walk(path + "&limit=2"));
        assertEquals(9, walk(path + "&limit=4").size());
    }

    // Text

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'paragraph', 'text': '%'} | /text",
                "{'type': 'list', 'items': [{'text': '%'}]} | /items/0/text",
                "{'type': 'code', 'code': 'c', 'caption': '%'} | /caption",
                "{'type': 'callout', 'blocks': [{'type': 'paragraph', 'text': '%'}]} | /blocks/0/text",
                "{'type': 'quote', 'blocks': [], 'attribution': '%'} | /attribution",
                "{'type': 'quote', 'blocks': [{'type': 'paragraph', 'text': '%'}]} | /blocks/0/text",
                "{'type': 'image', 'url': '/i.png', 'caption': '%'} | /caption",
                "{'type': 'table', 'head': ['%'], 'rows': []} | /head/0",
                "{'type': 'table', 'head': ['h'], 'rows': [['%']]} | /rows/0/0",
                "{'type': 'list', 'items': [{'text': 't', 'blocks': [{'type': 'paragraph', 'text': '%'}]}]} "
                        + "| /items/0/blocks/0/text"
            })
    void everyTextMemberIsWrittenAsAsked(String block, String member) {
        Draft draft = published(withLead(json(block.replace("%", "A *b* `c`"))));
        assertEquals("A *b* `c`", text(draft, "markdown", "/lead/0" + member));
        assertEquals("A <em>b</em> <code>c</code>", text(draft, "html", "/lead/0" + member));
        assertEquals("A b c", text(draft, "plain", "/lead/0" + member));
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "html", "plain"})
    void takeawaysAndTheHeroAreWrittenAsAsked(String form) {
        ObjectNode document = withTakeaways("A *b*");
        document.set("hero", json("{'url': '/i.png', 'caption': 'A *b*'}"));
        Draft draft = published(document);
        String expected = form.equals("markdown") ? "A *b*" : form.equals("html") ? "A <em>b</em>" : "A b";
        assertEquals(expected, text(draft, form, "/takeaways/0/text"));
        assertEquals(expected, text(draft, form, "/hero/caption"));
        for (String path : List.of("/v1/takeaways?article=", "/v1/articles/")) {
            String end = path.endsWith("=") ? "&text=" : "/takeaways?text=";
            assertEquals(
                    expected,
                    delivered(path + draft.slug() + end + form)
                            .at("/data/0/text")
                            .asText(),
                    path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "html", "plain"})
    void whatIsPlainStaysPlain(String form) {
        ObjectNode document = withSections(section("A *b* <i>"));
        document.put("title", "T *b* <i> " + word()).put("summary", "S *b* <i>");
        document.set("faqs", withFaqs("Q *b* <i>?").get("faqs"));
        document.set(
                "lead",
                Documents.array(
                        code("html", "<i>*b*</i>"), json("{'type': 'image', 'url': '/i.png', 'alt': 'A *b* <i>'}")));
        Draft draft = published(document);
        assertEquals(draft.at("/title"), text(draft, form, "/title"));
        assertEquals("S *b* <i>", text(draft, form, "/summary"));
        assertEquals("A *b* <i>", text(draft, form, "/sections/0/heading"));
        assertEquals("Q *b* <i>?", text(draft, form, "/faqs/0/question"));
        assertEquals("<i>*b*</i>", text(draft, form, "/lead/0/code"));
        assertEquals("A *b* <i>", text(draft, form, "/lead/1/alt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "[x](&#x6A;avascript:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox(1))",
                "![x](javascript:alert(1))",
                "![x](data:image/svg+xml,<svg onload=alert(1)>)",
                "<javascript:alert(1)>",
                "[x](https://example.org \"a\" onmouseover=alert(1))",
                "[x](https://example.org/\"onmouseover=alert(1))",
                "[x](https://example.org \"\\\" onmouseover=alert(1)\")",
                "<svg/onload=alert(1)>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<style>*{display:none}</style>",
                "<p onclick=alert(1)>",
                "</p><script>alert(1)</script>",
                "`</code><script>alert(1)</script>`"
            })
    void htmlIsSafeWhateverIsStored(String text) {
        ObjectNode document = withLead(paragraph(text));
        document.set("takeaways", withTakeaways(text).get("takeaways"));
        Draft draft = published(document);
        for (String member : List.of("/lead/0/text", "/takeaways/0/text")) {
            String html = text(draft, "html", member);
            org.jsoup.nodes.Element body =
                    org.jsoup.Jsoup.parseBodyFragment(html).body();
            assertTrue(
                    body.select("script, iframe, style, svg, img, object, form").isEmpty(), html);
            for (org.jsoup.nodes.Element element : body.select("*")) {
                element.attributes().forEach(attribute -> {
                    assertFalse(
                            attribute
                                    .getKey()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .startsWith("on"),
                            html);
                    String value = attribute
                            .getValue()
                            .replaceAll("[\\s\\p{Cntrl}]", "")
                            .toLowerCase(java.util.Locale.ROOT);
                    assertFalse(value.matches("^(javascript|data|vbscript):.*"), html);
                });
            }
        }
    }

    @Test
    void rawHtmlIsTextInEveryForm() {
        Draft draft = published(withLead(paragraph("1 <b>2</b> & 3")));
        assertEquals("1 &lt;b&gt;2&lt;/b&gt; &amp; 3", text(draft, "html", "/lead/0/text"));
        assertEquals("1 <b>2</b> & 3", text(draft, "plain", "/lead/0/text"));
        assertEquals("1 <b>2</b> & 3", text(draft, "markdown", "/lead/0/text"));
    }

    @Test
    void linksStrongDeletedAndBreaksAreHtml() {
        Draft draft = published(withLead(paragraph("**s** ~~d~~ [l](https://example.org \"t\")\\\nnext")));
        String html = text(draft, "html", "/lead/0/text");
        for (String part : List.of("<strong>s</strong>", "<del>d</del>", "href=\"https://example.org\"", "<br")) {
            assertTrue(html.contains(part), html);
        }
    }

    // Parts of one article

    @Test
    void sectionsComeFlatInReadingOrder() {
        Draft draft = published(withSections(section("One", section("In", section("Deep"))), section("Two")));
        JsonNode list = delivered("/v1/articles/" + draft.slug() + "/sections");
        assertEquals(List.of("One", "In", "Deep", "Two"), each(list.path("data"), "heading"));
        assertEquals(List.of("1", "2", "3", "1"), each(list.path("data"), "level"));
        assertEquals(list.at("/data/0/id"), list.at("/data/1/parentId"));
        assertTrue(list.at("/data/0/parentId").isNull());
        assertEquals(List.of("id", "anchor", "heading", "level", "parentId", "blocks"), keys(list.at("/data/0")));
    }

    @Test
    void sectionsNestAsATree() {
        Draft draft = published(withSections(section("One", section("In")), section("Two")));
        JsonNode tree = delivered("/v1/articles/" + draft.slug() + "/sections?tree=true");
        assertEquals(delivered("/v1/articles/" + draft.slug()).path("sections"), tree.path("data"));
    }

    @Test
    void aSectionIsFoundByAnchorAndById() {
        Draft draft = published(withSections(section("One", section("In", section("Deep")))));
        String path = "/v1/articles/" + draft.slug() + "/sections/";
        JsonNode section = delivered(path + "in");
        assertEquals(draft.json().at("/sections/0/sections/0"), section);
        assertEquals(section, delivered(path + section.path("id").asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000", "%20", "Not-A-Slug"})
    void anUnknownSectionIsNotFound(String section) {
        Draft draft = published(withSections(section("One")));
        given().urlEncodingEnabled(false)
                .get("/v1/articles/" + draft.slug() + "/sections/" + section)
                .then()
                .statusCode(404);
    }

    @Test
    void takeawaysAndFaqsOfAnArticleComeWhole() {
        ObjectNode document =
                withTakeaways(IntStream.range(0, 30).mapToObj(i -> "T" + i).toArray(String[]::new));
        document.set("faqs", withFaqs("One?", "Two?").get("faqs"));
        Draft draft = published(document);
        String path = "/v1/articles/" + draft.id();
        assertEquals(
                draft.json().path("takeaways"), delivered(path + "/takeaways").path("data"));
        assertEquals(draft.json().path("faqs"), delivered(path + "/faqs").path("data"));
        assertEquals(
                List.of("limit", "next", "prev", "total"),
                keys(delivered(path + "/faqs").path("page")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs"})
    void partsOfAnUnknownArticleAreNotFound(String parts) {
        given().get("/v1/articles/nobody-wrote-this/" + parts).then().statusCode(404);
    }

    // Parts across articles

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs"})
    void aPartNamesItsArticle(String parts) {
        Draft draft = published(full());
        JsonNode article =
                delivered("/v1/" + parts + "?article=" + draft.slug()).at("/data/0/article");
        assertEquals(List.of("id", "slug", "title", "publishedAt"), keys(article));
        assertEquals(draft.id(), article.path("id").asText());
        assertEquals(draft.slug(), article.path("slug").asText());
        assertEquals(draft.at("/title"), article.path("title").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs"})
    void partsFilterByArticleBySlugOrId(String parts) {
        Draft one = published(full());
        Draft two = published(full());
        JsonNode bySlug = delivered("/v1/" + parts + "?article=" + one.slug());
        assertEquals(
                bySlug.path("data"),
                delivered("/v1/" + parts + "?article=" + one.id()).path("data"));
        JsonNode both = delivered("/v1/" + parts + "?limit=100&article=" + one.id() + "," + two.slug());
        assertEquals(2 * bySlug.path("data").size(), both.path("data").size());
        assertEquals(
                0,
                delivered("/v1/" + parts + "?article=nobody-wrote-this")
                        .path("data")
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs"})
    void partsFilterByTopicAuthorAndLocale(String parts) {
        Draft draft = published(full());
        int all = delivered("/v1/" + parts + "?article=" + draft.id())
                .path("data")
                .size();
        String topic = draft.at("/topics/0/slug");
        String author = draft.at("/authors/0/slug");
        assertEquals(
                all,
                delivered("/v1/" + parts + "?topic=" + topic + "&author=" + author)
                        .path("data")
                        .size());
        assertEquals(
                all,
                delivered("/v1/" + parts + "?locale=en&topic=" + topic)
                        .path("data")
                        .size());
        assertEquals(
                0,
                delivered("/v1/" + parts + "?locale=de&topic=" + topic)
                        .path("data")
                        .size());
    }

    @Test
    void sectionsFilterByTheLanguageOfTheirCode() {
        String language = word();
        ObjectNode inside = section("Inside a quote");
        inside.set("blocks", Documents.array(Documents.quote(code(language, "1"))));
        ObjectNode plain = section("With code");
        plain.set("blocks", Documents.array(code(language, "1"), code(language, "2"), code("other", "3")));
        Draft draft = published(withSections(section("Without"), plain, inside));
        assertEquals(
                List.of("With code", "Inside a quote"),
                each(delivered("/v1/sections?codeLanguage=" + language).path("data"), "heading"));
        assertEquals(
                2,
                delivered("/v1/sections?codeLanguage=" + language.toUpperCase(java.util.Locale.ROOT) + ",nosuch")
                        .path("data")
                        .size());
        Editor.unpublish(draft);
        assertEquals(
                0,
                delivered("/v1/sections?codeLanguage=" + language).path("data").size());
    }

    // Languages

    @Test
    void anotherLanguageIsGivenWhereTheAskedOneIsNotThere() {
        Languages article = Languages.of("en", "de");
        given().get("/v1/articles/" + article.slug("en") + "?locale=de-CH")
                .then()
                .statusCode(200)
                .header("Content-Language", "de")
                .body("locale", is("de"))
                .body("fallback.asked", is("de-CH"))
                .body("fallback.given", is("de"));
    }

    @Test
    void theAskedLanguageIsGivenWhereItIsThere() {
        Languages article = Languages.of("en", "de", "de-CH");
        given().get("/v1/articles/" + article.slug("en") + "?locale=de-ch")
                .then()
                .header("Content-Language", "de-CH")
                .body("locale", is("de-CH"))
                .body("fallback", nullValue());
    }

    @Test
    void theDefaultLanguageIsTheLastResort() {
        Languages article = Languages.of("en", "de");
        given().get("/v1/articles/" + article.slug("de") + "?locale=fr-CA")
                .then()
                .header("Content-Language", "en")
                .body("fallback.asked", is("fr-CA"))
                .body("fallback.given", is("en"));
    }

    @Test
    void theLanguageOfASlugIsItsOwnWhereNoneIsAsked() {
        Languages article = Languages.of("en", "de");
        given().get("/v1/articles/" + article.slug("de"))
                .then()
                .header("Content-Language", "de")
                .body("locale", is("de"))
                .body("fallback", nullValue());
    }

    @Test
    void translationsNameTheOthers() {
        Languages article = Languages.of("en", "de", "fr");
        JsonNode translations = delivered("/v1/articles/" + article.slug("de")).path("translations");
        assertEquals(List.of("en", "fr"), each(translations, "locale"));
        assertEquals(List.of(article.slug("en"), article.slug("fr")), each(translations, "slug"));
    }

    @Test
    void aTranslationThatIsADraftIsNotNamed() {
        Languages article = Languages.of("en");
        Editor.post(minimal().put("locale", "de").put("translationKey", article.key()));
        assertEquals(
                0,
                delivered("/v1/articles/" + article.slug("en"))
                        .path("translations")
                        .size());
    }

    @Test
    void aSlugOfSeveralLanguagesAnswersTheDefaultOrTheAskedOne() {
        String slug = word();
        published(minimal().put("slug", slug).put("locale", "de"));
        published(minimal().put("slug", slug));
        given().get("/v1/articles/" + slug).then().body("locale", is("en"));
        given().get("/v1/articles/" + slug + "?locale=de")
                .then()
                .body("locale", is("de"))
                .body("fallback", nullValue());
    }

    @Test
    void partsFollowTheAskedLanguage() {
        Languages article = Languages.of("en", "de");
        for (String parts : List.of("sections", "takeaways", "faqs")) {
            given().get("/v1/articles/" + article.slug("en") + "/" + parts + "?locale=de")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aLinkToAnArticleOfAnotherLanguageLeadsToIt() {
        String slug = word();
        Draft german = published(minimal().put("slug", slug).put("locale", "de"));
        published(minimal().put("slug", slug));
        String self = delivered("/v1/articles/" + german.id()).at("/links/self").asText();
        given().get(self).then().body("id", is(german.id()));
    }

    @Test
    void aBadLocaleIsRefused() {
        given().get("/v1/articles/" + published(minimal()).slug() + "?locale=english")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("locale"));
    }

    // Topics and authors

    @ParameterizedTest
    @ValueSource(strings = {"topics", "authors"})
    void topicsAndAuthorsAreWalkedBySlug(String list) {
        ObjectNode document = minimal();
        String word = word();
        for (int i = 0; i < 5; i++) {
            document.withArray("/" + list).add("e" + i + "-" + word);
        }
        published(document);
        List<String> slugs = new ArrayList<>();
        for (JsonNode page = delivered("/v1/" + list + "?limit=2"); ; ) {
            slugs.addAll(each(page.path("data"), "slug"));
            if (page.at("/page/next").isNull()) {
                break;
            }
            page = delivered(
                    "/v1/" + list + "?limit=2&cursor=" + page.at("/page/next").asText());
        }
        assertEquals(slugs.size(), Set.copyOf(slugs).size());
        assertTrue(slugs.containsAll(each(
                delivered("/v1/articles?" + list.replaceAll("s$", "") + "=e0-" + word)
                        .at("/data/0/" + list),
                "slug")));
    }

    @Test
    void deliveryNeedsNoKeyAndIgnoresAGoodOne() {
        Draft draft = published(minimal());
        given().header("Authorization", "Bearer " + ApiTest.KEY)
                .get("/v1/articles/" + draft.slug())
                .then()
                .statusCode(200)
                .body("status", nullValue())
                .body("links.self", not(containsString("editorial")));
    }

    @Test
    void aRenamedArticleKeepsItsPlaceInTheList() {
        String topic = word();
        List<String> slugs = newestFirst(topic, 2);
        Draft older = Editor.read(
                new Draft(delivered("/v1/articles/" + slugs.get(1)).path("id").asText(), "", json("{}")));
        publish(patched(older, "{\"summary\": \"Edited\"}"));
        assertEquals(slugs, each(delivered("/v1/articles?topic=" + topic).path("data"), "slug"));
    }

    /** One article in several languages. */
    private record Languages(String key, List<Draft> drafts) {
        static Languages of(String... locales) {
            String key = word();
            return new Languages(
                    key,
                    java.util.stream.Stream.of(locales)
                            .map(locale ->
                                    published(minimal().put("locale", locale).put("translationKey", key)))
                            .toList());
        }

        String slug(String locale) {
            return drafts.stream()
                    .filter(draft -> draft.at("/locale").equals(locale))
                    .map(Draft::slug)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The slugs of so many new articles, the newest first. */
    private static List<String> newestFirst(String topic, int count) {
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slugs.add(0, published(withTopics(topic)).slug());
        }
        return slugs;
    }

    private static Set<String> slugs(String path) {
        return Set.copyOf(each(delivered(path).path("data"), "slug"));
    }

    private static List<String> walk(String path) {
        List<String> ids = new ArrayList<>();
        for (JsonNode page = delivered(path); ; ) {
            ids.addAll(each(page.path("data"), "id"));
            if (page.at("/page/next").isNull()) {
                return ids;
            }
            page = delivered(path + "&cursor=" + page.at("/page/next").asText());
        }
    }

    private static String link(String links, String relation) {
        for (String link : links.split(", ")) {
            if (link.endsWith("rel=\"" + relation + "\"")) {
                return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            }
        }
        throw new AssertionError("No " + relation + " in " + links);
    }

    private static String text(Draft draft, String form, String member) {
        return delivered("/v1/articles/" + draft.id() + "?text=" + form)
                .at(member)
                .asText();
    }
}
