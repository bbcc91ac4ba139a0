package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.code;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.withAuthors;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.json;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/search}: what is found by which words, in which order, and how it is shown. */
@ApiTest
class SearchTest {
    private static Response ask(String q, String... parameters) {
        var request = given().queryParam("q", q);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/search");
    }

    private static JsonNode search(String q, String... parameters) {
        return json(ask(q, parameters)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .response());
    }

    private static List<String> types(JsonNode page) {
        return each(page.path("data"), "type");
    }

    /** Slugs of the articles found. */
    private static List<String> found(String q, String... parameters) {
        return search(q, parameters).path("data").findValues("slug").stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static void assertFinds(Draft article, String q) {
        assertTrue(found(q).contains(article.slug()), () -> q + " finds " + search(q));
    }

    private static void assertFindsNot(Draft article, String q) {
        assertFalse(found(q).contains(article.slug()), () -> q + " finds " + search(q));
    }

    private static Draft says(String text) {
        return published(withLead(paragraph(text)));
    }

    private static Draft says(String locale, String text) {
        return published(withLead(paragraph(text)).put("locale", locale));
    }

    private static ObjectNode saysIn(String place, String word) {
        ObjectNode document = minimal("Filler " + word());
        switch (place) {
            case "title" -> document.put("title", "Filler " + word);
            case "takeaway" -> document.set("takeaways", array(takeaway("Filler " + word)));
            case "heading" -> document.set("sections", array(json("{'heading': 'Filler " + word + "'}")));
            case "question" ->
                document.set(
                        "faqs",
                        array(json("{'question': 'Filler " + word
                                + "', 'answer': [{'type': 'paragraph', 'text': 'Filler.'}]}")));
            case "text" -> document.set("lead", array(paragraph("Filler " + word)));
            case "code" -> document.set("lead", array(code("java", "filler " + word)));
            default -> throw new IllegalArgumentException(place);
        }
        return document;
    }

    private static JsonNode drawn(JsonNode page, String type) {
        for (JsonNode hit : page.path("data")) {
            if (hit.path("type").asText().equals(type)) {
                return hit;
            }
        }
        throw new AssertionError("no " + type + " in " + page);
    }

    @Test
    void aBetterPlaceCountsForMore() {
        String word = word();
        List<String> places = List.of("title", "takeaway", "heading", "question", "text", "code");
        List<String> slugs = places.stream()
                .map(place -> published(saysIn(place, word)).slug())
                .toList();
        assertEquals(slugs, found(word, "type", "article"));
        assertEquals("article", search(word).path("data").get(0).path("type").asText());
    }

    @Test
    void aLongTextCountsForMoreThanCodeAndLessThanAQuestion() {
        String word = word();
        String question = published(saysIn("question", word)).slug();
        String text = says("Filler ".repeat(3_000) + word).slug();
        String code = published(saysIn("code", word)).slug();
        assertEquals(List.of(question, text, code), found(word, "type", "article"));
    }

    @Test
    void linksToOtherArticlesAreFoundByTheirWordsAndHoldNothingUp() {
        String word = word();
        Draft target = says("Filler.");
        Draft article = says("See [the " + word + "](article:" + target.id() + ").");
        assertEquals(List.of(article.slug()), found(word, "type", "article"));
        assertFinds(says("Filler later" + word), "later" + word);
    }

    @Test
    void partsAreFoundBesideTheirArticle() {
        String word = word();
        ObjectNode document = minimal("About " + word);
        document.set("sections", array(section("Heading " + word)));
        document.set("takeaways", array(takeaway("Remember " + word)));
        document.set("faqs", array(faq("Why " + word + "?")));
        Draft article = published(document);
        JsonNode page = search(word);
        assertEquals(List.of("article", "takeaway", "section", "faq"), types(page));
        assertEquals("About " + word, drawn(page, "article").path("title").asText());
        assertTrue(drawn(page, "article").path("anchor").isNull());
        assertEquals("Heading " + word, drawn(page, "section").path("title").asText());
        assertEquals(
                article.at("/sections/0/anchor"),
                drawn(page, "section").path("anchor").asText());
        assertEquals("About " + word, drawn(page, "takeaway").path("title").asText());
        assertEquals(
                "Remember <mark>" + word + "</mark>",
                drawn(page, "takeaway").path("highlight").asText());
    }

    @Test
    void aFaqIsFoundAsQuestionAndAnswer() {
        String word = word();
        ObjectNode document = minimal();
        document.set(
                "faqs",
                array(json("{'question': 'What is it?', 'answer': [{'type': 'paragraph', 'text': 'It is **" + word
                        + "** & more.'}]}")));
        Draft article = published(document);
        JsonNode hit = drawn(search(word, "type", "faq"), "faq");
        assertEquals("What is it?", hit.path("title").asText());
        assertEquals("What is it?", hit.path("question").asText());
        assertEquals("It is " + word + " & more.", hit.path("answer").asText());
        assertEquals(article.at("/faqs/0/anchor"), hit.path("anchor").asText());
        assertEquals(
                "It is <mark>" + word + "</mark> &amp; more.",
                hit.path("highlight").asText());
        assertEquals(article.id(), hit.at("/article/id").asText());
    }

    @Test
    void ofTwoWordsBothMustMatchAndOfFourMost() {
        String a = word();
        String b = word();
        String c = word();
        String d = word();
        Draft article = says(a + " and " + b + " then " + c);
        Draft other = says(a + " with " + d);
        assertFinds(article, a + " " + b);
        assertFindsNot(article, a + " " + d);
        assertFinds(other, a + " " + d);
        assertFinds(article, a + " " + b + " " + c + " " + d);
        assertFindsNot(other, a + " " + b + " " + c + " " + d);
    }

    @Test
    void whereNothingHasAllWordsThereIsWhatHasMostOfThem() {
        String a = word();
        String b = word();
        String c = word();
        Draft two = says(a + " and " + b);
        Draft one = says("Only " + c);
        assertFinds(two, b + " " + c);
        assertFinds(one, b + " " + c);
        assertFinds(two, a + " " + b + " " + c + " " + word() + " " + word());
        assertFindsNot(one, a + " " + b + " " + c + " " + word() + " " + word());
        assertFindsNot(two, b + " " + c + " -" + a);
    }

    @Test
    void aPhraseIsExactWithItsStopWords() {
        String word = word();
        Draft one = says("The king of " + word + " sleeps.");
        Draft other = says("The king and " + word + " sleep. Of course.");
        assertFinds(one, "\"king of " + word + "\"");
        assertFindsNot(other, "\"king of " + word + "\"");
        assertFindsNot(one, "\"" + word + " of king\"");
        assertFinds(one, "“king of " + word + "”");
        assertFinds(one, "\"king of " + word);
        assertFinds(other, "king of " + word);
    }

    @Test
    void whatIsExcludedIsNotFound() {
        String word = word();
        Draft plain = says(word + " in plain");
        Draft salted = says(word + " with salt on it");
        assertFinds(plain, word + " -salt");
        assertFindsNot(salted, word + " -salt");
        assertFindsNot(salted, "-salt " + word);
        assertFindsNot(salted, word + " -\"with salt\"");
        assertFinds(salted, word + " -\"on salt\"");
        assertFindsNot(salted, word + " -sal*");
        assertEquals(0, search("-" + word).path("data").size());
    }

    @Test
    void aHyphenInsideAWordExcludesNothing() {
        String word = word();
        Draft article = says("A well-known " + word);
        assertFinds(article, "well-known " + word);
        assertFinds(article, "\"well-known " + word + "\"");
    }

    @Test
    void aPrefixFindsAllWordsThatBeginSo() {
        String word = word();
        Draft one = says("The " + word + "zoku");
        Draft other = says("The " + word + "zulu");
        assertFinds(one, word + "*");
        assertFinds(other, word + "*");
        assertFinds(one, word.substring(0, word.length() - 1) + "*");
        assertFindsNot(one, word);
        assertTrue(search(word + "*").at("/data/0/highlight").asText().contains("<mark>" + word));
    }

    @ParameterizedTest
    @CsvSource({
        "qzalpenflora, qzalpenflroa",
        "qzalpenflora, qzalpnflora",
        "qzalpenflora, qzalpennflora",
        "qzalpenflora, qxalpenflora",
        "qzalpenflora, alpenflora"
    })
    void aWordOneTypoOffStillFinds(String word, String typo) {
        String own = word();
        Draft article = says("Of " + word + " " + own);
        String query = typo.equals("alpenflora") ? "zalpenflora " + own : typo + " " + own;
        assertFinds(article, query);
        assertFinds(article, query.toUpperCase(Locale.ROOT));
        assertEquals(word + " " + own, search(query).path("didYouMean").asText());
    }

    @Test
    void aKnownWordIsTakenAsItIs() {
        String word = word();
        Draft near = says("It has " + word + "x");
        Draft exact = says("It has " + word);
        assertFinds(exact, word);
        assertFindsNot(near, word);
        assertTrue(search(word).path("didYouMean").isNull());
    }

    @Test
    void aWordTwoTyposOffIsAskedFor() {
        String word = word() + "mountain";
        says("It has " + word);
        JsonNode page = search(word.replace("mountain", "muontani"));
        assertEquals(0, page.path("data").size());
        assertEquals(word, page.path("didYouMean").asText());
    }

    @Test
    void aWithdrawnWordIsNotTold() {
        String word = word() + "secret";
        Draft article = says("It has " + word);
        String typo = word.replace("secret", "sceret");
        assertEquals(word, search(typo).path("didYouMean").asText());
        unpublish(article);
        JsonNode page = search(typo);
        assertTrue(page.path("didYouMean").isNull(), page.toString());
        assertEquals(0, page.path("data").size());
        assertTrue(search(word).path("didYouMean").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Élan", "ELAN", "elan", "élan", "e\u0301lan", "ＥＬＡＮ"})
    void caseAndAccentsDoNotMatter(String typed) {
        String own = word();
        Draft accented = says("Un élan " + own);
        Draft bare = says("An ELAN " + own);
        assertFinds(accented, typed + " " + own);
        assertFinds(bare, typed + " " + own);
    }

    @ParameterizedTest
    @CsvSource({
        "en, predictions, predicted",
        "en, structures, structure",
        "en-GB, harbour's, harbour",
        "de, Häuser, haus",
        "de-CH, Strassen, Straße",
        "de, Müller, Mueller",
        "fr, l'algorithme, algorithmes",
        "fr, événements, evenement",
        "es, canciones, cancion",
        "pt, informações, informacao",
        "pt-BR, informação, informacoes",
        "it, dell'acqua, acque",
        "nl, fietsen, fiets",
        "sv, bilarna, bil",
        "da, husene, hus",
        "fi, taloissa, talossa",
        "ru, ёлками, елка",
        "el, Άνθρωπος, ανθρωπος",
        "zh, 蛋白质结构预测, 结构",
        "zh, 蛋白质结构预测, 构",
        "ja, タンパク質の構造, 構造",
        "ja, ﾀﾝﾊﾟｸ質, タンパク質",
        "ko, 단백질구조, 단백질",
        "en, node.js, node",
        "en, snake_case, snake",
    })
    void wordsAreFoundInTheFormsOfTheirLanguage(String locale, String written, String asked) {
        String own = word();
        Draft article = says(locale, written + " " + own);
        assertFinds(article, asked + " " + own);
        assertTrue(found(asked + " " + own, "locale", article.at("/locale")).contains(article.slug()));
        assertFinds(article, "\"" + written + " " + own + "\"");
    }

    @Test
    void stopWordsAloneAreWords() {
        String word = word();
        Draft article = says("To be or not to be " + word);
        assertFinds(article, "the " + word + " of the");
        assertTrue(search("to be or not to be").path("data").size() > 0);
    }

    @Test
    void highlightsAreSafe() {
        String word = word();
        Draft article = says("A <script>alert('" + word + "')</script> & <img src=x onerror=" + word + "> " + word);
        String highlight = search(word).at("/data/0/highlight").asText();
        assertFalse(highlight.replace("<mark>", "").replace("</mark>", "").contains("<"), highlight);
        assertTrue(highlight.contains("<mark>" + word + "</mark>"), highlight);
        assertTrue(highlight.contains("&lt;script&gt;"), highlight);
        assertEquals(article.id(), search(word).at("/data/0/article/id").asText());
    }

    @Test
    void aHighlightIsAShortPieceOfALongText() {
        String word = word();
        ObjectNode document = minimal();
        document.set(
                "sections",
                array(json(
                        "{'heading': 'Far down', 'blocks': [{'type': 'paragraph', 'text': '" + "Words. ".repeat(2_000)
                                + "Here stands " + word + " at last. " + "More words. ".repeat(500) + "'}]}")));
        published(document);
        for (JsonNode hit : search(word).path("data")) {
            String highlight = hit.path("highlight").asText();
            assertTrue(highlight.contains("<mark>" + word + "</mark>"), highlight);
            assertTrue(highlight.length() < 500, highlight);
            assertTrue(highlight.startsWith("… "), highlight);
        }
    }

    @Test
    void linksAndMarkupAreNoWords() {
        String word = word();
        String hidden = word();
        Draft article = says("See [the " + word + " page](https://example.org/" + hidden + ") **now**");
        assertFinds(article, "\"" + word + " page now\"");
        assertEquals(
                "See the <mark>" + word + "</mark> page now",
                search(word).at("/data/0/highlight").asText());
        assertFindsNot(article, hidden);
    }

    @Test
    void facetsCountAllHits() {
        String word = word();
        String topic = "topic-" + word;
        ObjectNode one = withTopics(topic, "other-" + word);
        one.set("takeaways", array(takeaway("Of " + word)));
        published(one);
        ObjectNode other = withAuthors("author-" + word);
        other.set("topics", withTopics(topic).path("topics"));
        published(other.put("title", "A " + word + " " + word()));
        JsonNode facets = search(word, "limit", "1").path("facets");
        assertEquals(
                json(("{'type': [{'value': 'article', 'count': 2}, {'value': 'takeaway', 'count': 1}],"
                                + " 'topic': [{'value': 'topic-%', 'count': 3}, {'value': 'other-%', 'count': 2}],"
                                + " 'author': [{'value': 'author-%', 'count': 1}]}")
                        .replace("%", word)),
                facets);
    }

    @Test
    void filtersNarrowWhatIsFound() {
        String word = word();
        Draft english = published(withTopics("t-" + word).put("title", "A " + word));
        Draft german =
                published(withAuthors("a-" + word).put("title", "Ein " + word).put("locale", "de"));
        assertEquals(List.of(english.slug()), found(word, "topic", "t-" + word));
        assertEquals(List.of(german.slug()), found(word, "author", "a-" + word));
        assertEquals(List.of(german.slug()), found(word, "locale", "de"));
        assertEquals(List.of(), found(word, "locale", "de", "topic", "t-" + word));
        assertEquals(List.of(), found(word, "type", "faq,section"));
    }

    @Test
    void whatIsPublishedIsFoundAtOnceAndWhatIsWithdrawnIsNot() {
        String word = word();
        Draft article = says("It has " + word);
        assertFinds(article, word);
        unpublish(article);
        assertFindsNot(article, word);
        publish(read(article));
        assertFinds(article, word);
        String next = word();
        publish(patched(
                read(article),
                withLead(paragraph("It has " + next)).without("title").toString()));
        assertFindsNot(article, word);
        assertFinds(article, next);
    }

    @Test
    void pagesLeadForwardAndBackWhileOthersArePublished() {
        String word = word();
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            slugs.add(says((word + " ").repeat(i + 1)).slug());
        }
        Collections.reverse(slugs);
        List<JsonNode> pages = new ArrayList<>();
        pages.add(search(word, "limit", "3", "count", "true"));
        while (!pages.get(pages.size() - 1).at("/page/next").isNull()) {
            says(word + " " + word);
            pages.add(search(
                    word,
                    "limit",
                    "3",
                    "count",
                    "true",
                    "cursor",
                    pages.get(pages.size() - 1).at("/page/next").asText()));
        }
        assertEquals(
                slugs,
                pages.stream()
                        .flatMap(page -> page.path("data").findValues("slug").stream())
                        .map(JsonNode::asText)
                        .toList());
        assertEquals(7, pages.get(0).at("/page/total").asInt());
        assertTrue(pages.get(0).at("/page/prev").isNull());
        JsonNode back = search(
                word,
                "limit",
                "3",
                "count",
                "true",
                "cursor",
                pages.get(2).at("/page/prev").asText());
        assertEquals(pages.get(1).path("data"), back.path("data"));
        JsonNode first = search(
                word,
                "limit",
                "3",
                "count",
                "true",
                "cursor",
                back.at("/page/prev").asText());
        assertEquals(pages.get(0).path("data"), first.path("data"));
        assertTrue(first.at("/page/prev").isNull());
    }

    @Test
    void aPageOfAnOldStateShowsNothingThatWasWithdrawnSince() {
        String word = word();
        Draft last = says(word + " once");
        says((word + " ").repeat(5));
        JsonNode first = search(word, "limit", "1", "type", "article");
        unpublish(last);
        JsonNode second = search(
                word,
                "limit",
                "1",
                "type",
                "article",
                "cursor",
                first.at("/page/next").asText());
        assertEquals(0, second.path("data").size());
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String word = word();
        says(word + " one");
        says(word + " two");
        String next = search(word, "limit", "1").at("/page/next").asText();
        ask(word + " x", "limit", "1", "cursor", next).then().statusCode(400);
        ask(word, "limit", "1", "cursor", next + "x").then().statusCode(400);
    }

    @Test
    void aPageLinksToOthers() {
        String word = word();
        says(word + " one");
        says(word + " two");
        assertTrue(ask(word, "limit", "1").header("Link").contains("rel=\"next\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"",
                "-",
                "--",
                "*",
                "**",
                "-*",
                "\"-\"",
                "- -",
                "\u0000",
                "a\u0000b",
                "\u202Eabc\u200F",
                "😀",
                "👩‍👩‍👧",
                "AND OR NOT",
                "title:x",
                "a:b^2~3",
                "(((",
                "[a TO b]",
                "\\",
                "\\\"",
                "/.*/",
                "?",
                "+a",
                "!a",
                "%",
                "'",
                "''''",
                "<script>",
                "́",
                "\uFFFF",
                "a*b*c*",
                "-\"",
                "\"a -\"b",
                "ـــ",
                "１２３",
                "\t\n\r"
            })
    void nothingThatIsTypedIsAnError(String q) {
        search(q);
        given().queryParam("q", q).get("/v1/search/suggest").then().statusCode(200);
    }

    @Test
    void noiseIsNoError() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder noise = new StringBuilder();
            random.ints(random.nextInt(60), 0, 12).forEach(kind -> {
                switch (kind) {
                    case 0, 1 -> noise.append(' ');
                    case 2 -> noise.append('"');
                    case 3 -> noise.append('-');
                    case 4 -> noise.append('*');
                    case 5 -> noise.appendCodePoint(random.nextInt(0xD800));
                    case 6 -> noise.appendCodePoint(0x10000 + random.nextInt(0xFFFF));
                    default -> noise.append((char) ('a' + random.nextInt(26)));
                }
            });
            String q = noise.toString();
            Response answer = ask(q);
            assertEquals(200, answer.statusCode(), () -> "seed " + seed + ": " + q + " " + answer.asString());
        }
    }

    @Test
    void aQueryMayHaveTwoHundredCharactersAndNoMore() {
        search("😀".repeat(200));
        search("ab ".repeat(66) + "ab");
        search("a* ".repeat(66) + "a*");
        Response answer = ask("😀".repeat(201));
        assertEquals(400, answer.statusCode());
        assertEquals("too-long", json(answer).at("/errors/0/code").asText());
        assertEquals("q", json(answer).at("/errors/0/parameter").asText());
    }

    @Test
    void withoutAQueryThereIsNothingToLookFor() {
        Response answer = given().get("/v1/search");
        assertEquals(400, answer.statusCode());
        assertEquals("required", json(answer).at("/errors/0/code").asText());
        assertEquals(400, ask("x", "type", "articel").statusCode());
        assertEquals(400, given().get("/v1/search/suggest").statusCode());
        assertEquals(
                400,
                given().queryParam("q", "x")
                        .queryParam("limit", 51)
                        .get("/v1/search/suggest")
                        .statusCode());
    }

    // Suggestions

    private static JsonNode suggest(String q) {
        return json(given().queryParam("q", q)
                        .get("/v1/search/suggest")
                        .then()
                        .statusCode(200)
                        .extract()
                        .response())
                .path("data");
    }

    @Test
    void titlesHeadingsAndTopicsAreSuggested() {
        String word = "zq" + word();
        ObjectNode document = minimal(word + "a in the title");
        document.set("sections", array(section("All of " + word + "b")));
        document.set("topics", array(json("{'slug': 'topic-" + word + "', 'name': 'Élan " + word + "c'}")));
        Draft article = published(document);
        JsonNode suggestions = suggest(word.toUpperCase(Locale.ROOT));
        assertEquals(List.of("title", "topic", "heading"), each(suggestions, "type"));
        assertEquals(word + "a in the title", suggestions.at("/0/text").asText());
        assertEquals(article.id(), suggestions.at("/0/article/id").asText());
        assertTrue(suggestions.at("/0/anchor").isNull());
        assertEquals("topic-" + word, suggestions.at("/1/topic").asText());
        assertEquals(
                article.at("/sections/0/anchor"), suggestions.at("/2/anchor").asText());
        assertEquals(List.of("topic"), each(suggest("elan " + word), "type"));
        assertEquals(List.of("title"), each(suggest(word + "a in t"), "type"));
        unpublish(article);
        assertEquals(0, suggest(word).size());
    }

    @Test
    void aTopicIsSuggestedByTheNameItHasNow() {
        String word = "zq" + word();
        published(withTopics("topic-" + word));
        Editor.editor(Editor.MERGE_PATCH, "{\"name\": \"" + word + " renamed\"}")
                .patch("/v1/editorial/topics/topic-" + word)
                .then()
                .statusCode(200);
        assertEquals(List.of(word + " renamed"), each(suggest(word), "text"));
    }

    @Test
    void aHeadingOfManyArticlesIsSuggestedOnce() {
        String word = "zq" + word();
        IntStream.range(0, 12).forEach(i -> {
            ObjectNode document = minimal();
            document.set("sections", array(section(word + " summary")));
            published(document);
        });
        Draft other = published(minimal("The " + word));
        List<String> texts = each(suggest(word), "text");
        assertEquals(2, texts.size(), texts.toString());
        assertEquals(2, new HashSet<>(texts).size());
        assertTrue(texts.contains(other.at("/title")));
    }
}
