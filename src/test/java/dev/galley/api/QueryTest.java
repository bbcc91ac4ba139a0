package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.code;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.published;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fields}, {@code include} and {@code sort}, what a query may cost, and how wrong ones are refused. */
@ApiTest
class QueryTest {
    @Inject
    SessionFactory sessions;

    private static ObjectNode full(String topic) {
        ObjectNode document = withTopics(topic);
        document.put("summary", "All of it.");
        document.putArray("authors").add("mara");
        document.set("lead", array(paragraph("It begins."), code("java", "int x;")));
        document.set("sections", array(section("One", section("Inside one")), section("Two")));
        document.set("takeaways", array(takeaway("Take this.")));
        document.set("faqs", array(faq("Why?")));
        return document;
    }

    private static JsonNode ask(String path, String... parameters) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return delivered(path, named);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    // fields

    @Test
    void anItemHasTheMembersAskedForAndNoOthers() {
        String topic = word();
        Draft article = published(full(topic));
        assertEquals(
                Documents.json("{'slug': '%s', 'authors': [{'name': 'Mara'}]}".formatted(article.slug())),
                ask("/v1/articles", "topic", topic, "fields", "slug,authors.name")
                        .at("/data/0"));
    }

    @Test
    void aWholeArticleCanBeCutToo() {
        Draft article = published(full(word()));
        assertEquals(
                "{\"title\":\"%s\",\"sections\":[{\"heading\":\"One\",\"sections\":[{\"heading\":\"Inside one\"}]},{\"heading\":\"Two\",\"sections\":[]}]}"
                        .formatted(article.at("/title")),
                ask("/v1/articles/" + article.slug(), "fields", "title,sections.heading,sections.sections.heading")
                        .toString());
    }

    @Test
    void sectionsWithoutTheirBlocksAreATableOfContents() {
        Draft article = published(full(word()));
        JsonNode contents = ask("/v1/articles/" + article.slug() + "/sections", "fields", "anchor,heading,level");
        assertEquals(List.of("One", "Inside one", "Two"), each(contents.path("data"), "heading"));
        contents.path("data").forEach(section -> assertEquals(Set.of("anchor", "heading", "level"), names(section)));
        assertTrue(contents.has("page"));
        JsonNode tree =
                ask("/v1/articles/" + article.slug() + "/sections", "tree", "true", "fields", "anchor,sections.anchor");
        assertEquals(
                "{\"anchor\":\"one\",\"sections\":[{\"anchor\":\"inside-one\"}]}",
                tree.at("/data/0").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/%s",
                "/v1/articles/%s/sections",
                "/v1/articles/%s/sections/one",
                "/v1/articles/%s/takeaways",
                "/v1/articles/%s/faqs",
                "/v1/articles?id=%s&include=lead,sections,takeaways,faqs",
                "/v1/sections?article=%s",
                "/v1/takeaways?article=%s",
                "/v1/faqs?article=%s",
                "/v1/topics?limit=1&x=%s",
                "/v1/authors?limit=1&x=%s"
            })
    void eachMemberOfAnAnswerCanBeAskedForAlone(String template) {
        String path = template.formatted(published(full(word())).id()).replaceFirst("&x=.*", "");
        JsonNode whole = itemOf(delivered(path));
        assertTrue(names(whole).size() > 1);
        String plain = path.replaceFirst("&include=.*", "");
        names(whole).forEach(name -> {
            JsonNode cut = itemOf(delivered(plain + (plain.contains("?") ? "&" : "?") + "fields=" + name));
            assertEquals(Set.of(name), names(cut), path);
            assertEquals(whole.path(name), cut.path(name), path);
        });
    }

    private static JsonNode itemOf(JsonNode answer) {
        return answer.has("data") ? answer.at("/data/0") : answer;
    }

    @Test
    void columnsThatNobodyAskedForAreNotRead() {
        String topic = word();
        Draft article = published(full(topic));
        // What follows the change log reads articles too: it is done once search finds this one.
        assertEquals(
                1,
                ask("/v1/articles", "topic", topic, "q", "begins").path("data").size());
        for (String path : List.of("/v1/articles?id=" + article.id(), "/v1/articles/" + article.id())) {
            String title = queries(path + (path.contains("?") ? "&" : "?") + "fields=title");
            assertTrue(title.contains("a.title"), title);
            for (String other : List.of("a.body", "a.summary", "a.hero", "ArticleAuthor", "ArticleTopic")) {
                assertFalse(title.contains(other), title);
            }
        }
        assertTrue(queries("/v1/articles?id=" + article.id()).contains("a.summary"));
        assertFalse(queries("/v1/articles?id=" + article.id()).contains("a.body"));
        assertFalse(queries("/v1/sections?article=" + article.id() + "&fields=heading")
                .contains("p.blocks"));
        assertFalse(queries("/v1/topics?slug=" + topic + "&fields=name").contains("count("));
    }

    /** As Hibernate was asked. */
    private String queries(String path) {
        sessions.getStatistics().clear();
        delivered(path);
        return Arrays.stream(sessions.getStatistics().getQueries()).collect(Collectors.joining("\n"));
    }

    // include

    @Test
    void whatIsIncludedComesWithEachItem() {
        String topic = word();
        published(full(topic));
        JsonNode plain = ask("/v1/articles", "topic", topic).at("/data/0");
        for (String part : List.of("lead", "sections", "takeaways", "faqs")) {
            assertFalse(plain.has(part), part);
            JsonNode with = ask("/v1/articles", "topic", topic, "include", part).at("/data/0");
            assertTrue(with.path(part).size() > 0, part);
            assertEquals(names(plain).size() + 1, names(with).size());
        }
        assertEquals(
                Set.of("title", "faqs", "takeaways"),
                names(ask("/v1/articles", "topic", topic, "include", "faqs,takeaways", "fields", "title")
                        .at("/data/0")));
    }

    @Test
    void oneArticleComesWithWhatIsRelated() {
        String topic = word();
        Draft article = published(full(topic));
        Draft other = published(full(topic));
        assertFalse(delivered("/v1/articles/" + article.slug()).has("related"));
        JsonNode with = ask("/v1/articles/" + article.slug(), "include", "related");
        assertEquals(delivered("/v1/articles/" + article.slug() + "/related").path("data"), with.path("related"));
        assertTrue(each(with.path("related"), "slug").contains(other.slug()));
        assertEquals(
                Set.of("related"),
                names(ask("/v1/articles/" + article.slug(), "fields", "related.slug,related.because")));
    }

    // q

    @Test
    void aListFindsTheWordsThatWereJustPublished() {
        String topic = word();
        String said = word();
        published(full(topic));
        ObjectNode document = full(topic);
        document.set("takeaways", array(takeaway("Take " + said + ".")));
        Draft article = published(document);
        assertEquals(
                List.of(article.slug()),
                each(ask("/v1/articles", "topic", topic, "q", said).path("data"), "slug"));
        assertEquals(
                List.of("Take " + said + "."),
                each(ask("/v1/takeaways", "topic[all]", topic, "q", said).path("data"), "text"));
        assertEquals(0, ask("/v1/faqs", "topic", topic, "q", said).path("data").size());
        Editor.unpublish(article);
        assertEquals(
                0, ask("/v1/articles", "topic", topic, "q", said).path("data").size());
    }

    // What is refused

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/articles?topc=a | topc | Did you mean \"topic\"?",
                "/v1/articles?wordCount[ge]=5 | wordCount[ge] | wordCount[gte]",
                "/v1/articles?wordCount=5 | wordCount | Known are: author, author[all]",
                "/v1/articles?wordCount[gte]=many | wordCount[gte] | whole number",
                "/v1/articles?publishedAt[gte]=yesterday | publishedAt[gte] | 2026-05-01",
                "/v1/articles?id=a | id | is not an id",
                "/v1/articles?slug=A+B | slug | is not a slug",
                "/v1/articles?topic[not]=A | topic[not] | is not a slug",
                "/v1/articles?locale[not]=x | locale[not] | BCP 47",
                "/v1/articles?has=faq | has | Did you mean \"faqs\"?",
                "/v1/articles?sort=publishedat | sort | Did you mean \"publishedAt\"?",
                "/v1/articles?sort=relevance | sort | say with q",
                "/v1/articles?sort=title,title | sort | more than once",
                "/v1/articles?sort=title,wordCount,publishedAt,updatedAt | sort | At most 3",
                "/v1/articles?fields=titel | fields | Did you mean \"title\"?",
                "/v1/articles?fields=authors.nam | fields | Did you mean \"name\"?",
                "/v1/articles?fields=title.x | fields | has no members",
                "/v1/articles?include=faq | include | Did you mean \"faqs\"?",
                "/v1/articles/any?include=faqs | include | Known are: related",
                "/v1/articles/any?fields=heading | fields | Known are: id, slug",
                "/v1/articles/any/sections?fields=sections | fields | Known are: id, anchor",
                "/v1/sections?article=A+B | article | is not a slug",
                "/v1/topics?kind=thing | kind | Known are: concept, event",
                "/v1/topics?sort=name | sort | slug, articleCount",
                "/v1/topics?q=a | q | Known are"
            })
    void whatIsWrongIsNamedWithWhatWouldDo(String path, String parameter, String detail) {
        given().urlEncodingEnabled(false)
                .get(path.strip().replace("[", "%5B").replace("]", "%5D"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter.strip()))
                .body("errors[0].detail", containsString(detail.strip()));
    }

    @Test
    void aQueryHasACeiling() {
        List<String> slugs = IntStream.range(0, 21).mapToObj(i -> "s" + i).toList();
        for (String name : List.of("topic", "author[not]", "topic[all]", "slug")) {
            ask("/v1/articles", name, String.join(",", slugs.subList(0, 20)));
            given().queryParam(name, String.join(",", slugs))
                    .get("/v1/articles")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(name))
                    .body("errors[0].detail", containsString("20"));
        }
        ask("/v1/articles", "q", "😀".repeat(200));
        given().queryParam("q", "a".repeat(201))
                .get("/v1/articles")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("q"));
        List<String> long120 = new ArrayList<>();
        for (int i = 10; i < 26; i++) {
            long120.add(i + "a".repeat(118));
        }
        ask("/v1/articles", "slug", String.join(",", long120));
        given().queryParam("slug", String.join(",", long120))
                .queryParam("slug[not]", "b".repeat(70))
                .get("/v1/articles")
                .then()
                .statusCode(400)
                .body("detail", containsString("2000"));
    }
}
