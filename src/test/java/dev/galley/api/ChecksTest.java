package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.callout;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.importing;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.trash;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked at before an article may be public. */
@ApiTest
class ChecksTest {
    @Inject
    ChangeLog changes;

    @Test
    void aCleanArticleHasNothingInItsWay() {
        ObjectNode document = withSections(section("Tides"));
        document.put("title", "Tides " + word()).put("summary", "When the water comes.");
        JsonNode report = checks(post(document));
        assertEquals(List.of("publishable", "errors", "warnings"), Documents.keys(report));
        assertTrue(report.path("publishable").asBoolean());
        assertTrue(report.path("errors").isEmpty());
        assertTrue(report.path("warnings").isEmpty(), report.toString());
    }

    @Test
    void aFindingHasAPointerACodeAndASentence() {
        JsonNode warning = checks(post(minimal())).at("/warnings/0");
        assertEquals(List.of("pointer", "code", "detail"), Documents.keys(warning));
    }

    @Test
    void theNewestVersionIsChecked() {
        Draft draft = post(withSections(json("{'heading': 'Empty'}")));
        assertEquals(List.of("/sections/0 section-empty"), warnings(draft, "section-empty"));
        patched(draft, "{\"sections\": []}");
        assertEquals(List.of(), warnings(draft, "section-empty"));
    }

    @Test
    void whatIsNotThereHasNoChecks() {
        editor().get(Editor.ARTICLES + "/0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000/checks")
                .then()
                .statusCode(404);
    }

    // Errors

    @Test
    void equalAnchorsAreAnError() {
        ObjectNode document = withSections(
                section("One").put("anchor", "same"), section("Two").put("anchor", "same"));
        assertEquals(List.of("/sections/1/anchor duplicate"), errors(post(document)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'type': 'paragraph', 'text': ' '}]",
                "[{'type': 'divider'}]",
                "[{'type': 'callout', 'blocks': []}]"
            })
    void aQuestionWithoutAnAnswerIsAnError(String answer) {
        ObjectNode document = minimal();
        ObjectNode faq = json("{'question': 'Why?', 'answer': A}".replace("A", answer));
        document.set("faqs", array(Documents.faq("How?"), faq));
        assertEquals(List.of("/faqs/1/answer faq-without-answer"), errors(post(document)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'type': 'image', 'url': '/a.png', 'alt': ''}]",
                "[{'type': 'embed', 'url': 'https://example.org/v'}]",
                "[{'type': 'callout', 'blocks': [{'type': 'paragraph', 'text': 'So.'}]}]"
            })
    void anAnswerNeedNotBeText(String answer) {
        ObjectNode document = minimal();
        document.set("faqs", array(json("{'question': 'Why?', 'answer': A}".replace("A", answer))));
        assertEquals(List.of(), errors(post(document)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article:%",
                "article:0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000",
                "article:No_Slug",
                "article:",
                "/v1/articles/%",
                "/v1/articles/%.html#part"
            })
    void aLinkToNowhereIsAnError(String destination) {
        Draft draft = post(withLead(
                paragraph("[well](https://example.org)"), paragraph("[x](" + destination.replace("%", word()) + ")")));
        assertEquals(List.of("/lead/1/text link-to-nowhere"), errors(draft));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/v1/articles/%", "/articles/%", "#%", "/v1/articles/A_B"})
    void aLinkElsewhereIsNoError(String destination) {
        assertEquals(List.of(), errors(post(withLead(paragraph("[x](" + destination.replace("%", word()) + ")")))));
    }

    @Test
    void aLinkIsFoundWhereverItStands() {
        String link = "[x](article:" + word() + ")";
        ObjectNode document = json("""
                {'title': 'Links', 'hero': {'url': '/a.png', 'alt': '', 'caption': 'L'},
                 'lead': [{'type': 'callout', 'blocks': [{'type': 'quote', 'attribution': 'L', 'blocks': []}]}],
                 'sections': [{'heading': 'A', 'sections': [{'heading': 'B', 'blocks': [
                    {'type': 'list', 'items': [{'text': 'i'},
                       {'text': 'L', 'blocks': [{'type': 'paragraph', 'text': 'L'}]}]},
                    {'type': 'table', 'head': ['h', 'L'], 'rows': [['c', 'd'], ['L', 'e']]},
                    {'type': 'code', 'code': 'c', 'caption': 'L'},
                    {'type': 'image', 'url': '/b.png', 'alt': '', 'caption': 'L'}]}]}],
                 'takeaways': [{'text': 't'}, {'text': 'L'}],
                 'faqs': [{'question': 'Q', 'answer': [{'type': 'paragraph', 'text': 'L'}]}]}
                """.replace("'L'", "'" + link + "'"));
        List<String> pointers = List.of(
                "/hero/caption",
                "/lead/0/blocks/0/attribution",
                "/sections/0/sections/0/blocks/0/items/1/text",
                "/sections/0/sections/0/blocks/0/items/1/blocks/0/text",
                "/sections/0/sections/0/blocks/1/head/1",
                "/sections/0/sections/0/blocks/1/rows/1/0",
                "/sections/0/sections/0/blocks/2/caption",
                "/sections/0/sections/0/blocks/3/caption",
                "/takeaways/1/text",
                "/faqs/0/answer/0/text");
        Draft draft = post(document);
        assertEquals(pointers.stream().map(at -> at + " link-to-nowhere").toList(), errors(draft));
        pointers.forEach(at -> assertEquals(link, draft.at(at)));
    }

    @Test
    void aLinkToWhatIsInTheTrashLeadsNowhere() {
        Draft target = published(minimal());
        Draft draft = post(withLead(paragraph("[x](article:" + target.id() + ")")));
        assertEquals(List.of(), errors(draft));
        trash(target);
        assertEquals(List.of("/lead/0/text link-to-nowhere"), errors(draft));
    }

    @Test
    void aLinkToItselfIsFine() {
        String slug = word();
        Draft draft = post(withLead(paragraph("[x](article:" + slug + ")")).put("slug", slug));
        patched(draft, "{\"takeaways\": [{\"text\": \"[x](article:" + draft.id() + ")\"}]}");
        assertEquals(List.of(), errors(draft));
        assertEquals(List.of(), warnings(draft, "link-to-draft"));
    }

    @Test
    void aSecondPublicTranslationInOneLocaleIsAnError() {
        String key = word();
        Draft first = published(minimal().put("translationKey", key));
        Draft second = post(minimal().put("translationKey", key));
        Draft german = post(minimal().put("translationKey", key).put("locale", "de"));
        assertEquals(List.of("/translationKey translation-taken"), errors(second));
        assertEquals(List.of(), errors(german));
        assertEquals(List.of(), errors(first));
        Editor.unpublish(first);
        assertEquals(List.of(), errors(second));
    }

    @Test
    void moreLinksThanReadersCanBearAreAnError() {
        Draft target = post(minimal());
        String text = IntStream.range(0, 70_000)
                .mapToObj(i -> "[x](article:a" + i + ")")
                .collect(Collectors.joining());
        Draft draft = post(withLead(IntStream.range(0, 10)
                .mapToObj(i -> paragraph(text.substring(i * 100_000, (i + 1) * 100_000)))
                .toArray(ObjectNode[]::new)));
        JsonNode report = checks(draft);
        assertEquals("too-many", report.at("/errors/0/code").asText());
        assertTrue(report.path("errors").size() <= 1_000);
        editor().post(draft.url() + "/publish").then().statusCode(422);
        Draft many = published(withLead(paragraph(("[x](article:" + target.id() + ") ").repeat(2_000))));
        assertEquals(200, given().get("/v1/articles/" + many.id()).statusCode());
    }

    // Warnings

    @Test
    void aPictureWithoutWordsIsWarnedOf() {
        ObjectNode document = withLead(
                json("{'type': 'image', 'url': '/a.png'}"),
                json("{'type': 'image', 'url': '/b.png', 'alt': ''}"),
                callout(json("{'type': 'image', 'url': '/c.png'}")));
        document.set("hero", json("{'url': '/h.png'}"));
        assertEquals(
                List.of(
                        "/hero/alt image-without-alt",
                        "/lead/0/alt image-without-alt",
                        "/lead/2/blocks/0/alt image-without-alt"),
                warnings(post(document), "image-without-alt"));
    }

    @Test
    void anEmptySectionIsWarnedOf() {
        ObjectNode document = withSections(
                json("{'heading': 'A', 'sections': [{'heading': 'B'}]}"), section("C"), json("{'heading': 'D'}"));
        assertEquals(
                List.of("/sections/0/sections/0 section-empty", "/sections/2 section-empty"),
                warnings(post(document), "section-empty"));
    }

    @Test
    void codeWithoutALanguageIsWarnedOf() {
        ObjectNode document =
                withLead(json("{'type': 'code', 'code': 'x', 'language': 'c'}"), json("{'type': 'code', 'code': 'x'}"));
        assertEquals(
                List.of("/lead/1/language code-without-language"), warnings(post(document), "code-without-language"));
    }

    @ParameterizedTest
    @CsvSource({"60, x, false", "61, x, true", "30, 潮, false", "31, 潮, true", "60, é, false", "61, é, true"})
    void aTitlePastWhatSearchEnginesShowIsWarnedOf(int length, String letter, boolean isLong) {
        Draft draft = post(minimal(letter.repeat(length)).put("slug", word()));
        assertEquals(isLong ? List.of("/title title-long") : List.of(), warnings(draft, "title-long"));
        patched(draft, "{\"seo\": {\"title\": \"Short\"}}");
        assertEquals(List.of(), warnings(draft, "title-long"));
    }

    @Test
    void theLimitIsInTheDetail() {
        Draft draft = post(minimal("Tides " + "x".repeat(70)));
        JsonNode warning = checks(draft).path("warnings").get(0);
        assertEquals("title-long", warning.path("code").asText());
        assertTrue(warning.path("detail").asText().contains("60"), warning.toString());
        assertTrue(warning.path("detail").asText().contains("76"), warning.toString());
    }

    @Test
    void aLongDescriptionIsWarnedOf() {
        Draft draft = post(minimal().put("summary", "x".repeat(161)));
        assertEquals(List.of("/summary description-long"), warnings(draft, "description-long"));
        Draft described = patched(draft, "{\"seo\": {\"description\": \"" + "y".repeat(160) + "\"}}");
        assertEquals(List.of(), warnings(draft, "description-long"));
        patched(described, "{\"seo\": {\"description\": \"" + "y".repeat(161) + "\"}}");
        assertEquals(List.of("/seo/description description-long"), warnings(draft, "description-long"));
    }

    @Test
    void noDescriptionIsWarnedOf() {
        assertEquals(List.of("/summary description-missing"), warnings(post(minimal()), "description-missing"));
        assertEquals(
                List.of(), warnings(post(minimal().set("seo", json("{'description': 'D'}"))), "description-missing"));
    }

    @ParameterizedTest
    @CsvSource({"en, true", "de-CH, true", "gsw, true", "deu, true", "zh-Hant-TW, true", "xx, false", "qqq-DE, false"})
    void aLanguageThatNobodyKnowsIsWarnedOf(String locale, boolean isKnown) {
        assertEquals(
                isKnown ? List.of() : List.of("/locale locale-unknown"),
                warnings(post(minimal().put("locale", locale)), "locale-unknown"));
    }

    @Test
    void aLinkToADraftIsWarnedOfUntilItIsPublic() {
        Draft target = post(minimal());
        Draft draft = post(withLead(
                paragraph("[x](article:" + target.slug() + ")"), paragraph("[x](/v1/articles/" + target.id() + ")")));
        assertEquals(
                List.of("/lead/0/text link-to-draft", "/lead/1/text link-to-draft"), warnings(draft, "link-to-draft"));
        assertEquals(List.of(), errors(draft));
        publish(target);
        assertEquals(List.of(), warnings(draft, "link-to-draft"));
    }

    @Test
    void anAnchorThatIsNotThereIsWarnedOf() {
        Draft target = published(withSections(section("Moon")));
        Draft draft = post(withSections(section("Sun")));
        Draft withDraft = post(withSections(section("Stars")));
        patched(
                draft,
                "{\"lead\": "
                        + array(
                                paragraph("[x](#sun) [y](#rain) [z](#)"),
                                paragraph("[x](article:" + target.id() + "#moon)"),
                                paragraph("[x](article:" + target.id() + "#snow)"),
                                paragraph("[x](/v1/articles/" + withDraft.slug() + "#stars)"),
                                paragraph("[x](/v1/articles/" + withDraft.slug() + "#hail)"),
                                paragraph("[x](article:" + draft.id() + "#sun)"))
                        + "}");
        assertEquals(
                List.of(
                        "/lead/0/text link-anchor-unknown",
                        "/lead/2/text link-anchor-unknown",
                        "/lead/4/text link-anchor-unknown"),
                warnings(draft, "link-anchor-unknown"));
    }

    @Test
    void aPlaceInASeriesThatAnotherHasIsWarnedOf() {
        String series = word();
        ObjectNode place = json("{'slug': '" + series + "', 'position': 2}");
        Draft first = post(minimal().set("series", place));
        assertEquals(List.of(), warnings(first, "series-place-taken"));
        Draft second = post(minimal().set("series", place));
        Draft german = post(((ObjectNode) minimal().set("series", place)).put("locale", "de"));
        assertEquals(List.of("/series/position series-place-taken"), warnings(second, "series-place-taken"));
        assertEquals(List.of(), warnings(german, "series-place-taken"));
        trash(first);
        assertEquals(List.of(), warnings(second, "series-place-taken"));
    }

    // As the gate

    @Test
    void publishAnswersWithTheErrorsThatTheChecksFind() {
        ObjectNode document = withLead(paragraph("[x](article:" + word() + ")"));
        document.set("faqs", array(json("{'question': 'Why?'}")));
        Draft draft = post(document);
        JsonNode problem = Editor.json(editor().post(draft.url() + "/publish")
                .then()
                .statusCode(422)
                .extract()
                .response());
        assertEquals(checks(draft).path("errors"), problem.path("errors"));
        assertEquals(2, problem.path("errors").size());
        assertFalse(checks(draft).path("publishable").asBoolean());
    }

    @Test
    void warningsDoNotStopIt() {
        Draft draft = published(withSections(json("{'heading': 'Empty'}")));
        assertFalse(checks(draft).path("warnings").isEmpty());
        assertTrue(checks(draft).path("publishable").asBoolean());
    }

    @Test
    void aPublicationThatIsStoppedLeavesEverythingAsItWas() {
        Draft target = post(minimal());
        Draft linking = published(withLead(paragraph("[x](article:" + target.id() + ")")));
        Draft draft = published(full());
        JsonNode before = article(draft);
        List<String> log = changes.of(draft);
        Draft broken = patched(
                draft,
                "{\"slug\": \"" + word() + "\", \"topics\": [\"" + word()
                        + "\"], \"faqs\": [{\"question\": \"Why?\"}]}");
        editor().post(draft.url() + "/publish").then().statusCode(422);
        assertEquals(before, article(draft));
        assertEquals(before, Editor.delivered("/v1/articles/" + draft.slug()));
        given().get("/v1/articles/" + broken.slug()).then().statusCode(404);
        assertEquals(log, changes.of(draft));
        assertEquals(broken.json(), read(draft).json());

        patched(target, "{\"faqs\": [{\"question\": \"Why?\"}]}");
        editor().post(target.url() + "/publish").then().statusCode(422);
        assertEquals("x", article(linking).at("/lead/0/text").asText());
        assertEquals(List.of("ARTICLE_PUBLISHED 1"), changes.of(linking));
    }

    @Test
    void anImportThatMayNotBePublishedStoresNothing() {
        String slug = word();
        String text = "---\nslug: " + slug + "\n---\n# Tides\n\n[x](article:" + word() + ")";
        importing("text/markdown", text, "?publish=true").then().statusCode(422);
        given().get("/v1/articles/" + slug).then().statusCode(404);
        importing("text/markdown", text, "").then().statusCode(201);
    }

    private static JsonNode checks(Draft draft) {
        return Editor.json(editor().get(draft.url() + "/checks")
                .then()
                .statusCode(200)
                .extract()
                .response());
    }

    private static List<String> errors(Draft draft) {
        return findings(checks(draft).path("errors"));
    }

    private static List<String> warnings(Draft draft, String code) {
        return findings(checks(draft).path("warnings")).stream()
                .filter(finding -> finding.endsWith(" " + code))
                .toList();
    }

    private static List<String> findings(JsonNode list) {
        List<String> findings = new ArrayList<>();
        list.forEach(finding -> findings.add(
                finding.path("pointer").asText() + " " + finding.path("code").asText()));
        return findings;
    }
}
