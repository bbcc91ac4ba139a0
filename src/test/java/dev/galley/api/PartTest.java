package dev.galley.api;

import static dev.galley.api.Documents.all;
import static dev.galley.api.Documents.callout;
import static dev.galley.api.Documents.code;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.quote;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.withFaqs;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.withTakeaways;
import static dev.galley.api.Editor.add;
import static dev.galley.api.Editor.deletePart;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.move;
import static dev.galley.api.Editor.patchPart;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
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
class PartTest {
    private static final String NOBODY = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

    // Sections

    @Test
    void aNewSectionGoesToTheEnd() {
        Draft draft = post(withSections(section("One")));
        add(draft, "sections", section("Two"))
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("anchor", is("two"))
                .body("level", is(1))
                .body("parentId", nullValue());
        assertEquals(List.of("One", "Two"), headings(draft));
    }

    @Test
    void aNewSectionGoesWhereItIsAskedTo() {
        Draft draft = post(withSections(section("One"), section("Three")));
        add(draft, "sections", section("Two").put("position", 1));
        add(draft, "sections", section("Zero").put("position", 0));
        assertEquals(List.of("Zero", "One", "Two", "Three"), headings(draft));
    }

    @Test
    void aNewSectionGoesIntoAnother() {
        Draft draft = post(withSections(section("One", section("One and a half")), section("Two")));
        String parent = draft.at("/sections/0/id");
        add(draft, "sections", section("One and a bit").put("parentId", parent).put("position", 0))
                .then()
                .statusCode(201)
                .body("level", is(2))
                .body("parentId", is(parent));
        assertEquals(List.of("One", "One and a bit", "One and a half", "Two"), headings(draft));
    }

    @Test
    void aSectionIsPatched() {
        Draft draft = post(withSections(section("One", section("Inside"))));
        patchPart(draft, "sections", draft.at("/sections/0/id"), "{\"heading\": \"Eins\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("heading", is("Eins"))
                .body("anchor", is("one"))
                .body("blocks", hasSize(1))
                .body("sections.heading", contains("Inside"));
    }

    @Test
    void theAnchorOfASectionMayBeSet() {
        Draft draft = post(withSections(section("One")));
        patchPart(draft, "sections", draft.at("/sections/0/id"), "{\"anchor\": \"uno\"}");
        assertEquals("uno", read(draft).at("/sections/0/anchor"));
    }

    @Test
    void aSectionIsDeletedWithWhatIsInside() {
        Draft draft = post(withSections(section("One", section("Inside")), section("Two")));
        deletePart(draft, "sections", draft.at("/sections/0/id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        assertEquals(List.of("Two"), headings(draft));
    }

    @Test
    void aSectionMovesAmongItsSiblings() {
        Draft draft = post(withSections(section("One"), section("Two"), section("Three")));
        move(draft, "sections", draft.at("/sections/0/id"), "{\"position\": 2}")
                .then()
                .statusCode(200);
        assertEquals(List.of("Two", "Three", "One"), headings(draft));
    }

    @Test
    void aSectionThatMovesWithoutAParentStaysInItsOwn() {
        Draft draft = post(withSections(section("One", section("A"), section("B"))));
        move(draft, "sections", draft.at("/sections/0/sections/1/id"), "{\"position\": 0}")
                .then()
                .body("parentId", is(draft.at("/sections/0/id")));
        assertEquals(List.of("One", "B", "A"), headings(draft));
    }

    @Test
    void aSectionMovesIntoAnotherAndKeepsItsIdAndAnchor() {
        Draft draft = post(withSections(section("One"), section("Two", section("Inside"))));
        String id = draft.at("/sections/1/id");
        move(draft, "sections", id, "{\"parentId\": \"" + draft.at("/sections/0/id") + "\"}")
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("anchor", is("two"))
                .body("level", is(2))
                .body("sections[0].level", is(3));
    }

    @Test
    void aSectionMovesToTheTopByANullParent() {
        Draft draft = post(withSections(section("One", section("Inside")), section("Two")));
        move(draft, "sections", draft.at("/sections/0/sections/0/id"), "{\"parentId\": null, \"position\": 0}")
                .then()
                .statusCode(200)
                .body("level", is(1));
        assertEquals(List.of("Inside", "One", "Two"), headings(draft));
    }

    @Test
    void aSectionCantMoveIntoItself() {
        Draft draft = post(withSections(section("One", section("Inside", section("Deep")))));
        String id = draft.at("/sections/0/id");
        assertRefused(move(draft, "sections", id, "{\"parentId\": \"" + id + "\"}"), "/parentId");
        String deep = draft.at("/sections/0/sections/0/sections/0/id");
        assertRefused(move(draft, "sections", id, "{\"parentId\": \"" + deep + "\"}"), "/parentId");
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void aSectionCantMoveTooDeep() {
        ObjectNode deep = section("6");
        for (int level = 5; level >= 1; level--) {
            deep = section(String.valueOf(level), deep);
        }
        Draft draft = post(withSections(deep, section("Lone")));
        move(draft, "sections", draft.at("/sections/1/id"), "{\"parentId\": \"" + deepest(draft) + "\"}")
                .then()
                .statusCode(400)
                .body("errors.code", contains("too-deep"));
    }

    @Test
    void anUnknownParentIsRefused() {
        Draft draft = post(withSections(section("One")));
        assertRefused(add(draft, "sections", section("Two").put("parentId", NOBODY)), "/parentId");
    }

    // Takeaways and FAQs

    @Test
    void takeawaysAreAddedPatchedMovedAndRemoved() {
        Draft draft = post(withTakeaways("One", "Two"));
        add(draft, "takeaways", takeaway("Zero").put("position", 0))
                .then()
                .statusCode(201)
                .body("text", is("Zero"));
        patchPart(draft, "takeaways", draft.at("/takeaways/0/id"), "{\"text\": \"Eins\"}")
                .then()
                .statusCode(200);
        move(draft, "takeaways", draft.at("/takeaways/0/id"), "{\"position\": 2}")
                .then()
                .statusCode(200);
        assertEquals(List.of("Zero", "Two", "Eins"), each(read(draft).json().path("takeaways"), "text"));
        deletePart(draft, "takeaways", draft.at("/takeaways/1/id")).then().statusCode(200);
        assertEquals(List.of("Zero", "Eins"), each(read(draft).json().path("takeaways"), "text"));
    }

    @Test
    void faqsAreAddedPatchedMovedAndRemoved() {
        Draft draft = post(withFaqs("One?", "Two?"));
        add(draft, "faqs", faq("Zero?").put("position", 0))
                .then()
                .statusCode(201)
                .body("anchor", is("zero"));
        patchPart(draft, "faqs", draft.at("/faqs/0/id"), "{\"question\": \"Eins?\"}")
                .then()
                .statusCode(200)
                .body("anchor", is("one"))
                .body("answer", hasSize(1));
        move(draft, "faqs", draft.at("/faqs/0/id"), "{\"position\": 2}").then().statusCode(200);
        assertEquals(List.of("Zero?", "Two?", "Eins?"), each(read(draft).json().path("faqs"), "question"));
        deletePart(draft, "faqs", draft.at("/faqs/1/id")).then().statusCode(200);
        assertEquals(List.of("Zero?", "Eins?"), each(read(draft).json().path("faqs"), "question"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"takeaways", "faqs"})
    void aPartOfAFlatListHasNoParent(String parts) {
        Draft draft = post(withTakeaways("One"));
        ObjectNode part = (parts.equals("faqs") ? faq("Why?") : takeaway("Two")).put("parentId", NOBODY);
        assertRefused(add(draft, parts, part), "/parentId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"takeaways", "faqs"})
    void aPartOfAFlatListMovesIntoNothing(String parts) {
        Draft draft = post(everything());
        assertRefused(move(draft, parts, first(draft, parts), "{\"parentId\": null, \"position\": 1}"), "/parentId");
    }

    // Blocks

    @Test
    void aNewBlockGoesToTheLead() {
        Draft draft = post(withLead(paragraph("One")));
        add(draft, "blocks", paragraph("Zero").put("position", 0))
                .then()
                .statusCode(201)
                .body("type", is("paragraph"))
                .body("id", notNullValue());
        assertEquals(List.of("Zero", "One"), each(read(draft).json().path("lead"), "text"));
    }

    @Test
    void aNewBlockGoesIntoASectionAnAnswerACalloutOrAQuote() {
        ObjectNode document = withLead(callout(paragraph("C")), quote(paragraph("Q")));
        document.set("sections", Documents.array(section("S")));
        document.set("faqs", Documents.array(faq("F?")));
        Draft draft = post(document);
        for (String place : List.of("/lead/0", "/lead/1", "/sections/0", "/faqs/0")) {
            add(draft, "blocks", paragraph("New").put("parentId", draft.at(place + "/id")))
                    .then()
                    .statusCode(201);
        }
        JsonNode after = read(draft).json();
        for (String list : List.of("/lead/0/blocks", "/lead/1/blocks", "/sections/0/blocks", "/faqs/0/answer")) {
            assertEquals("New", after.at(list + "/1/text").asText(), list);
        }
    }

    @Test
    void aBlockInsideABlockIsPatched() {
        Draft draft = post(withSections(section("One")));
        Response added = add(draft, "blocks", callout(paragraph("Old")).put("parentId", draft.at("/sections/0/id")));
        String inner = Editor.json(added).at("/blocks/0/id").asText();
        patchPart(draft, "blocks", inner, "{\"text\": \"New\"}")
                .then()
                .statusCode(200)
                .body("id", is(inner))
                .body("text", is("New"));
        assertEquals("New", read(draft).at("/sections/0/blocks/1/blocks/0/text"));
    }

    @Test
    void aBlockIsDeletedWhereverItStands() {
        Draft draft = post(withLead(callout(paragraph("Inside"), paragraph("Stays")), paragraph("After")));
        deletePart(draft, "blocks", draft.at("/lead/0/blocks/0/id"))
                .then()
                .statusCode(200)
                .body("text", is("Inside"));
        assertEquals(List.of("Stays"), each(read(draft).json().at("/lead/0/blocks"), "text"));
    }

    @Test
    void aBlockMovesWithinItsListAndKeepsItsId() {
        Draft draft = post(withLead(paragraph("One"), paragraph("Two"), paragraph("Three")));
        String id = draft.at("/lead/2/id");
        move(draft, "blocks", id, "{\"position\": 0}").then().statusCode(200).body("id", is(id));
        assertEquals(List.of("Three", "One", "Two"), each(read(draft).json().path("lead"), "text"));
    }

    @Test
    void aBlockMovesToAnotherParentWithWhatIsInside() {
        ObjectNode document = withSections(section("One"));
        document.set("lead", Documents.array(callout(paragraph("Inside"))));
        Draft draft = post(document);
        move(
                        draft,
                        "blocks",
                        draft.at("/lead/0/id"),
                        "{\"parentId\": \"" + draft.at("/sections/0/id") + "\", \"position\": 0}")
                .then()
                .statusCode(200);
        JsonNode after = read(draft).json();
        assertEquals(0, after.path("lead").size());
        assertEquals(draft.json().at("/lead/0"), after.at("/sections/0/blocks/0"));
    }

    @Test
    void aBlockMovesToTheLeadByANullParent() {
        Draft draft = post(withSections(section("One")));
        move(draft, "blocks", draft.at("/sections/0/blocks/0/id"), "{\"parentId\": null}")
                .then()
                .statusCode(200);
        assertEquals(1, read(draft).json().path("lead").size());
    }

    @Test
    void aBlockCantMoveIntoItself() {
        Draft draft = post(withLead(callout(quote(paragraph("Deep")))));
        String id = draft.at("/lead/0/id");
        assertRefused(move(draft, "blocks", id, "{\"parentId\": \"" + id + "\"}"), "/parentId");
        assertRefused(
                move(draft, "blocks", id, "{\"parentId\": \"" + draft.at("/lead/0/blocks/0/id") + "\"}"), "/parentId");
        assertEquals(draft.json(), read(draft).json());
    }

    @Test
    void aBlockCantMoveIntoOneThatHoldsNone() {
        Draft draft = post(withLead(paragraph("One"), paragraph("Two")));
        assertRefused(
                move(draft, "blocks", draft.at("/lead/0/id"), "{\"parentId\": \"" + draft.at("/lead/1/id") + "\"}"),
                "/parentId");
    }

    @Test
    void theTypeOfABlockMayChangeWithItsMembers() {
        Draft draft = post(withLead(paragraph("One")));
        patchPart(draft, "blocks", draft.at("/lead/0/id"), "{\"type\": \"code\", \"text\": null, \"code\": \"x = 1\"}")
                .then()
                .statusCode(200)
                .body("type", is("code"))
                .body("id", is(draft.at("/lead/0/id")));
    }

    @Test
    void aBlockKeepsItsId() {
        Draft draft = post(withLead(paragraph("One")));
        assertRefused(patchPart(draft, "blocks", draft.at("/lead/0/id"), "{\"id\": \"other\"}"), "/id");
    }

    @Test
    void anItemOfAListHoldsNoBlockThatIsLost() {
        Draft draft = post(withLead(json("{'type': 'list', 'items': [{'text': 'One', 'blocks': ["
                + "{'type': 'paragraph', 'text': 'Inside'}]}]}")));
        String inner = draft.at("/lead/0/items/0/blocks/0/id");
        patchPart(draft, "blocks", inner, "{\"text\": \"New\"}").then().statusCode(200);
        assertEquals("New", read(draft).at("/lead/0/items/0/blocks/0/text"));
    }

    // All of them

    @ParameterizedTest
    @CsvSource({"sections, 3", "sections, -1", "takeaways, 3", "faqs, 3", "blocks, 3", "blocks, -1"})
    void aPositionOutOfRangeIsRefused(String parts, int position) {
        Draft draft = post(everything());
        assertRefused(add(draft, parts, part(parts).put("position", position)), "/position");
        assertRefused(move(draft, parts, first(draft, parts), "{\"position\": " + position + "}"), "/position");
        assertEquals(draft.json(), read(draft).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void anUnknownPartIsNotFound(String parts) {
        Draft draft = post(everything());
        patchPart(draft, parts, NOBODY, "{}").then().statusCode(404);
        deletePart(draft, parts, NOBODY).then().statusCode(404);
        move(draft, parts, NOBODY, "{\"position\": 0}").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void aPartOfAnUnknownArticleIsNotFound(String parts) {
        Draft nobody = new Draft(NOBODY, "", json("{}"));
        add(nobody, parts, part(parts)).then().statusCode(404);
        deletePart(nobody, parts, NOBODY).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void aMoveTakesNothingElse(String parts) {
        Draft draft = post(everything());
        assertRefused(move(draft, parts, first(draft, parts), "{\"positon\": 0}"), "/positon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void aPositionIsAWholeNumber(String parts) {
        Draft draft = post(everything());
        assertRefused(move(draft, parts, first(draft, parts), "{\"position\": \"0\"}"), "/position");
        assertRefused(move(draft, parts, first(draft, parts), "{\"position\": 0.5}"), "/position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void aPartAnswersWithTheNewETag(String parts) {
        Draft draft = post(everything());
        Response answer = add(draft, parts, part(parts));
        assertEquals("\"2\"", answer.header("ETag"));
        assertEquals("\"2\"", read(draft).etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void aPartMayAskForItsVersionToo(String parts) {
        Draft draft = post(everything());
        add(draft, parts, part(parts));
        editor(Editor.MERGE_PATCH, "{}")
                .header("If-Match", draft.etag())
                .patch(draft.url() + "/" + parts + "/" + first(draft, parts))
                .then()
                .statusCode(412)
                .body("currentVersion", is(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void aPatchOfNothingIsNoNewVersion(String parts) {
        Draft draft = post(everything());
        patchPart(draft, parts, first(draft, parts), "{}")
                .then()
                .statusCode(200)
                .header("ETag", draft.etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "takeaways", "faqs", "blocks"})
    void anUnknownMemberOfAPartIsRefused(String parts) {
        Draft draft = post(everything());
        assertRefused(add(draft, parts, part(parts).put("colour", "red")), "/colour");
    }

    @ParameterizedTest
    @CsvSource({"sections, sections", "takeaways, takeaways", "faqs, faqs", "blocks, lead"})
    void theOtherPartsKeepTheirIds(String parts, String member) {
        Draft draft = post(everything());
        add(draft, parts, part(parts).put("position", 0));
        List<String> after = each(read(draft).json().path(member), "id");
        assertEquals(each(draft.json().path(member), "id"), after.subList(1, after.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "sections, '{\"heading\": \"\"}', /heading",
        "takeaways, '{\"text\": \" \"}', /text",
        "faqs, '{\"question\": \"\"}', /question",
        "blocks, '{\"text\": 7}', /text"
    })
    void pointersLeadIntoWhatWasSent(String parts, String patch, String pointer) {
        Draft draft = post(everything());
        assertRefused(patchPart(draft, parts, first(draft, parts), patch), pointer);
    }

    @Test
    void twentyWritersOfTwentySectionsAllSurvive() {
        Draft draft = post(withSections(
                IntStream.range(0, 20).mapToObj(i -> section("Section " + i)).toArray(ObjectNode[]::new)));
        List<String> ids = each(draft.json().path("sections"), "id");
        List<Integer> statuses = Concurrently.each(
                20, i -> patchPart(draft, "sections", ids.get(i), "{\"heading\": \"By writer " + i + "\"}")
                        .statusCode());
        assertEquals(20, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        Draft after = read(draft);
        assertEquals(
                IntStream.range(0, 20).mapToObj(i -> "By writer " + i).toList(),
                each(after.json().path("sections"), "heading"));
        assertEquals(21, after.version());
    }

    @Test
    void fiftyWritersOfFiftyPartsAllSurvive() {
        ObjectNode document = withSections(
                IntStream.range(0, 20).mapToObj(i -> section("Section " + i)).toArray(ObjectNode[]::new));
        document.set(
                "takeaways",
                Documents.array(IntStream.range(0, 10)
                        .mapToObj(i -> takeaway("Takeaway " + i))
                        .toArray(JsonNode[]::new)));
        Draft draft = post(document);
        List<String> sections = each(draft.json().path("sections"), "id");
        List<String> takeaways = each(draft.json().path("takeaways"), "id");
        List<Integer> statuses = Concurrently.each(50, i -> {
            if (i < 20) {
                return patchPart(draft, "sections", sections.get(i), "{\"heading\": \"By " + i + "\"}")
                        .statusCode();
            } else if (i < 30) {
                return patchPart(draft, "takeaways", takeaways.get(i - 20), "{\"text\": \"By " + i + "\"}")
                        .statusCode();
            }
            String block = draft.at("/sections/" + (i - 30) + "/blocks/0/id");
            return patchPart(draft, "blocks", block, "{\"text\": \"By " + i + "\"}")
                    .statusCode();
        });
        assertEquals(50, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        Draft after = read(draft);
        for (int i = 0; i < 20; i++) {
            assertEquals("By " + i, after.at("/sections/" + i + "/heading"));
            assertEquals("By " + (i + 30), after.at("/sections/" + i + "/blocks/0/text"));
        }
        for (int i = 0; i < 10; i++) {
            assertEquals("By " + (i + 20), after.at("/takeaways/" + i + "/text"));
        }
        assertEquals(51, after.version());
    }

    @Test
    void partsOfEveryKindAddedAtOnceAllSurvive() {
        Draft draft = post(everything());
        List<String> kinds = List.of("sections", "takeaways", "faqs", "blocks");
        Concurrently.each(
                16, i -> add(draft, kinds.get(i % 4), part(kinds.get(i % 4))).statusCode());
        JsonNode after = read(draft).json();
        for (String member : List.of("sections", "takeaways", "faqs", "lead")) {
            assertEquals(2 + 4, after.path(member).size(), member);
        }
    }

    @Test
    void aPartThatIsGoneIsNotBroughtBackByAnotherWriter() {
        Draft draft = post(withSections(section("One"), section("Two")));
        deletePart(draft, "sections", draft.at("/sections/0/id"));
        patchPart(draft, "sections", draft.at("/sections/1/id"), "{\"heading\": \"Zwei\"}");
        assertEquals(List.of("Zwei"), headings(draft));
        assertNotEquals(draft.etag(), read(draft).etag());
    }

    /** Two of each. */
    private static ObjectNode everything() {
        ObjectNode document = withSections(section("One"), section("Two"));
        document.set("lead", Documents.array(paragraph("One"), paragraph("Two")));
        document.set("takeaways", Documents.array(takeaway("One"), takeaway("Two")));
        document.set("faqs", Documents.array(faq("One?"), faq("Two?")));
        return document;
    }

    private static ObjectNode part(String parts) {
        return switch (parts) {
            case "sections" -> section("New");
            case "takeaways" -> takeaway("New");
            case "faqs" -> faq("New?");
            default -> code("python", "new = 1");
        };
    }

    private static String first(Draft draft, String parts) {
        return draft.at("/" + (parts.equals("blocks") ? "lead" : parts) + "/0/id");
    }

    private static List<String> headings(Draft draft) {
        return all(read(draft).json().path("sections"), "heading");
    }

    private static String deepest(Draft draft) {
        JsonNode section = draft.json().at("/sections/0");
        while (section.path("sections").size() > 0) {
            section = section.at("/sections/0");
        }
        return section.path("id").asText();
    }

    private static void assertRefused(Response answer, String pointer) {
        answer.then().statusCode(400).body("errors.pointer", contains(pointer)).body("errors.code", not(contains("")));
    }
}
