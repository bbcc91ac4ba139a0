package dev.galley.api;

import static dev.galley.api.Documents.all;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.withFaqs;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.withTakeaways;
import static dev.galley.api.Documents.without;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.imported;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.put;
import static dev.galley.api.Editor.putMarkdown;
import static dev.galley.api.Editor.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids and anchors stay with what they name, whatever way an article is edited. */
@ApiTest
class IdentityTest {
    @Test
    void everyPartAndBlockHasAnIdOfItsOwn() {
        List<String> ids = all(post(full()).json(), "id");
        assertFalse(ids.contains(""));
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    @Test
    void aDocumentSentAgainWithoutIdsKeepsThemAll() {
        Draft draft = post(full());
        JsonNode bare = without(without(draft.json(), "id"), "anchor");
        assertEquals(draft.json(), saved(draft, bare));
    }

    @Test
    void idsGivenByTheCallerAreKept() {
        String id = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";
        ObjectNode document = withSections(section("One").put("id", id).put("anchor", "uno"));
        ((ObjectNode) document.at("/sections/0/blocks/0")).put("id", "first");
        Draft draft = post(document);
        assertEquals(id, draft.at("/sections/0/id"));
        assertEquals("uno", draft.at("/sections/0/anchor"));
        assertEquals("first", draft.at("/sections/0/blocks/0/id"));
    }

    @Test
    void aRewordedHeadingKeepsIdAndAnchor() {
        Draft draft = post(withSections(section("One"), section("Two")));
        ObjectNode document = without(draft.json(), "id").deepCopy();
        ((ObjectNode) document.at("/sections/1")).put("heading", "Deux").remove("anchor");
        JsonNode after = saved(draft, document);
        assertEquals(draft.json().at("/sections/1/id"), after.at("/sections/1/id"));
        assertEquals("two", after.at("/sections/1/anchor").asText());
    }

    @Test
    void reorderedSectionsTakeTheirIdsAlong() {
        Draft draft = post(withSections(section("One", section("Inside")), section("Two"), section("Three")));
        JsonNode after = saved(draft, reversed(without(draft.json(), "id"), "sections"));
        assertReversed(draft.json().path("sections"), after.path("sections"));
        assertEquals(draft.json().at("/sections/0"), after.at("/sections/2"));
    }

    @Test
    void reorderedTakeawaysTakeTheirIdsAlong() {
        Draft draft = post(withTakeaways("Tides rise", "Tides fall", "Boats float"));
        JsonNode after = saved(draft, reversed(without(draft.json(), "id"), "takeaways"));
        assertReversed(draft.json().path("takeaways"), after.path("takeaways"));
    }

    @Test
    void reorderedFaqsTakeTheirIdsAndAnchorsAlong() {
        Draft draft = post(withFaqs("Why?", "When?", "Where?"));
        JsonNode bare = without(without(draft.json(), "id"), "anchor");
        JsonNode after = saved(draft, reversed(bare, "faqs"));
        assertReversed(draft.json().path("faqs"), after.path("faqs"));
        assertEquals(List.of("where", "when", "why"), each(after.path("faqs"), "anchor"));
    }

    @Test
    void aRewordedTakeawayKeepsItsId() {
        Draft draft = post(withTakeaways("The sea rises twice a day", "Boats float on it"));
        ObjectNode document = without(draft.json(), "id").deepCopy();
        ((ObjectNode) document.at("/takeaways/0")).put("text", "The sea rises and falls twice a day");
        assertEquals(
                all(draft.json().path("takeaways"), "id"),
                all(saved(draft, document).path("takeaways"), "id"));
    }

    @Test
    void aRewordedQuestionKeepsIdAndAnchor() {
        Draft draft = post(withFaqs("Why two a day?", "Who measures?"));
        ObjectNode document = without(draft.json(), "id").deepCopy();
        ((ObjectNode) document.at("/faqs/0"))
                .put("question", "Why are there two?")
                .remove("anchor");
        JsonNode after = saved(draft, document);
        assertEquals(draft.json().at("/faqs/0/id"), after.at("/faqs/0/id"));
        assertEquals("why-two-a-day", after.at("/faqs/0/anchor").asText());
    }

    @Test
    void aRewordedParagraphKeepsItsId() {
        Draft draft = post(withSections(section("One")));
        ObjectNode document = without(draft.json(), "id").deepCopy();
        ((ObjectNode) document.at("/sections/0/blocks/0")).put("text", "All about One, and some more.");
        assertEquals(
                draft.at("/sections/0/blocks/0/id"),
                saved(draft, document).at("/sections/0/blocks/0/id").asText());
    }

    @Test
    void aNewPartGetsANewIdAndTheOthersKeepTheirs() {
        Draft draft = post(withSections(section("One"), section("Two")));
        ObjectNode document = without(draft.json(), "id").deepCopy();
        ((ArrayNode) document.get("sections")).insert(0, section("Zero"));
        List<String> before = each(draft.json().path("sections"), "id");
        List<String> after = each(saved(draft, document).path("sections"), "id");
        assertEquals(before, after.subList(1, 3));
        assertFalse(before.contains(after.get(0)));
    }

    @Test
    void twoEqualHeadingsHaveAnchorsOfTheirOwn() {
        Draft draft = post(withSections(section("Notes"), section("Notes"), section("Notes")));
        assertEquals(List.of("notes", "notes-2", "notes-3"), each(draft.json().path("sections"), "anchor"));
    }

    @Test
    void aSectionInAnotherPlaceKeepsItsIdAndAnchor() {
        Draft draft = post(withSections(section("One"), section("Two")));
        ObjectNode document = (ObjectNode) without(without(draft.json(), "id"), "level");
        ArrayNode sections = (ArrayNode) document.get("sections");
        ((ArrayNode) sections.get(0).get("sections")).add(sections.remove(1));
        JsonNode after = saved(draft, document);
        assertEquals(draft.json().at("/sections/1/id"), after.at("/sections/0/sections/0/id"));
        assertEquals(2, after.at("/sections/0/sections/0/level").asInt());
    }

    private static final String MARKDOWN = """
            # %s

            Water comes and goes.

            ## Gauges

            A pole in the harbour.

            ### Floats

            They follow the water.

            ## Tables

            - Time
            - Height

            ## Key Takeaways

            - Tides are regular.
            - Weather is not.

            ## FAQ

            ### Why two a day?

            There are two bulges.
            """;

    @Test
    void aMarkdownPutOfTheSameTextChangesNothing() {
        String markdown = MARKDOWN.formatted(title("Gauges"));
        Draft draft = imported("text/markdown", markdown);
        Draft after = Draft.of(
                putMarkdown(draft, markdown).then().statusCode(200).extract().response());
        assertEquals(draft.json(), after.json());
    }

    @Test
    void anEditInMarkdownKeepsTheIdsOfAllThatStayed() {
        Draft draft = imported("text/markdown", MARKDOWN.formatted(title("Gauges")));
        String edited = MARKDOWN.formatted("Gauges and tables")
                .replace("## Gauges\n", "## Gauges and poles\n")
                .replace("They follow the water.", "They follow the water, slowly.")
                .replace("## Tables", "## Clocks\n\nThey turn the drum.\n\n## Tables");
        putMarkdown(draft, edited).then().statusCode(200);
        JsonNode after = read(draft).json();
        assertEquals(draft.json().at("/sections/0/id"), after.at("/sections/0/id"));
        assertEquals("gauges", after.at("/sections/0/anchor").asText());
        assertEquals(draft.json().at("/sections/0/sections/0/id"), after.at("/sections/0/sections/0/id"));
        assertEquals(draft.json().at("/sections/1"), after.at("/sections/2"));
        assertEquals(draft.json().path("takeaways"), after.path("takeaways"));
        assertEquals(draft.json().path("faqs"), after.path("faqs"));
    }

    @Test
    void anotherImportOfTheSameArticleKeepsIdsAndAnchors() {
        String slug = word();
        Draft draft = imported("text/markdown", MARKDOWN.formatted("Gauges"), "?slug=" + slug);
        String reordered = MARKDOWN.formatted("Gauges").replace("- Time\n- Height", "- Height\n- Time\n- Port");
        Draft after = imported("text/markdown", reordered, "?slug=" + slug);
        assertEquals(draft.id(), after.id());
        assertEquals(all(draft.json(), "anchor"), all(after.json(), "anchor"));
        assertEquals(
                each(draft.json().path("sections"), "id"), each(after.json().path("sections"), "id"));
        assertNotEquals(draft.etag(), after.etag());
    }

    @Test
    void theSameArticleInHtmlKeepsIdsAndAnchors() {
        String slug = word();
        Draft draft = imported(
                "text/markdown", "# Gauges\n\n## Poles\n\nIn wood.\n\n## Floats\n\nIn cork.\n", "?slug=" + slug);
        String html = "<article><h1>Gauges</h1><h2>Poles</h2><p>In wood.</p><h2>Floats</h2><p>In cork.</p></article>";
        assertEquals(
                draft.json().path("sections"),
                imported("text/html", html, "?slug=" + slug).json().path("sections"));
    }

    private static JsonNode saved(Draft draft, JsonNode document) {
        put(draft, document).then().statusCode(200);
        return read(draft).json();
    }

    private static JsonNode reversed(JsonNode document, String list) {
        List<JsonNode> entries = new ArrayList<>();
        document.get(list).forEach(entries::add);
        Collections.reverse(entries);
        ((ObjectNode) document).set(list, Documents.array(entries.toArray(JsonNode[]::new)));
        return document;
    }

    private static void assertReversed(JsonNode before, JsonNode after) {
        List<String> ids = new ArrayList<>(each(before, "id"));
        Collections.reverse(ids);
        assertEquals(ids, each(after, "id"));
    }
}
