package dev.galley.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Documents to send. Each has a title, a slug and names of its own, since all tests share one database. */
final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Documents() {}

    /** A word that stands nowhere else. */
    static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(20);
    }

    static String title(String words) {
        return words + " " + word();
    }

    /** Single quotes may stand for double ones. */
    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static ObjectNode minimal() {
        return minimal(title("Tide tables"));
    }

    static ObjectNode minimal(String title) {
        return JSON.createObjectNode().put("title", title);
    }

    static ObjectNode paragraph(String text) {
        return JSON.createObjectNode().put("type", "paragraph").put("text", text);
    }

    static ObjectNode code(String language, String code) {
        return JSON.createObjectNode()
                .put("type", "code")
                .put("language", language)
                .put("code", code);
    }

    static ObjectNode callout(ObjectNode... blocks) {
        ObjectNode callout = JSON.createObjectNode().put("type", "callout");
        callout.set("blocks", array(blocks));
        return callout;
    }

    static ObjectNode quote(ObjectNode... blocks) {
        ObjectNode quote = JSON.createObjectNode().put("type", "quote");
        quote.set("blocks", array(blocks));
        return quote;
    }

    /** With one paragraph of its own. */
    static ObjectNode section(String heading, ObjectNode... sections) {
        ObjectNode section = JSON.createObjectNode().put("heading", heading);
        section.set("blocks", array(paragraph("All about " + heading + ".")));
        section.set("sections", array(sections));
        return section;
    }

    static ObjectNode takeaway(String text) {
        return JSON.createObjectNode().put("text", text);
    }

    static ObjectNode faq(String question) {
        ObjectNode faq = JSON.createObjectNode().put("question", question);
        faq.set("answer", array(paragraph("That depends on " + question)));
        return faq;
    }

    static ObjectNode withLead(ObjectNode... blocks) {
        return with("lead", blocks);
    }

    static ObjectNode withSections(ObjectNode... sections) {
        return with("sections", sections);
    }

    static ObjectNode withTakeaways(String... texts) {
        return with("takeaways", Stream.of(texts).map(Documents::takeaway).toArray(ObjectNode[]::new));
    }

    static ObjectNode withFaqs(String... questions) {
        return with("faqs", Stream.of(questions).map(Documents::faq).toArray(ObjectNode[]::new));
    }

    static ObjectNode withTopics(String... slugs) {
        ObjectNode document = minimal();
        Stream.of(slugs).forEach(document.putArray("topics")::add);
        return document;
    }

    static ObjectNode withAuthors(String... slugs) {
        ObjectNode document = minimal();
        Stream.of(slugs).forEach(document.putArray("authors")::add);
        return document;
    }

    private static ObjectNode with(String member, ObjectNode... entries) {
        ObjectNode document = minimal();
        document.set(member, array(entries));
        return document;
    }

    static ArrayNode array(JsonNode... entries) {
        return JSON.createArrayNode().addAll(List.of(entries));
    }

    /** Everything that a document can hold: each member, each block type, three levels of sections. */
    static ObjectNode full() {
        return json(FULL.replace("%", word()));
    }

    private static final String FULL = """
            {
              'slug': 'harbour-%', 'locale': 'en', 'translationKey': 'harbour-%', 'title': 'How a harbour knows its water %',
              'summary': 'Where the numbers in a tide table come from.',
              'authors': [{'slug': 'mara-%', 'name': 'Mara Lind', 'url': 'https://example.org/mara'}],
              'topics': [{'slug': 'tides-%', 'name': 'Tides', 'kind': 'concept'},
                         {'slug': 'kelvin-%', 'name': 'Lord Kelvin', 'kind': 'person'}],
              'series': {'slug': 'the-sea-%', 'title': 'The Sea', 'position': 2},
              'hero': {'url': 'https://example.org/pier.jpg', 'alt': 'A pier', 'caption': 'The *old* pier',
                       'width': 1600, 'height': 900},
              'lead': [{'type': 'paragraph', 'text': 'Twice a day the **water** comes back.'}],
              'sections': [
                {'heading': 'Where the numbers come from', 'blocks': [
                   {'type': 'list', 'style': 'ordered', 'start': 3, 'items': [
                      {'text': 'Read the *gauge*', 'checked': null, 'blocks': []},
                      {'text': 'Write it down', 'checked': null, 'blocks': [{'type': 'paragraph', 'text': 'In ink.'}]}]},
                   {'type': 'list', 'style': 'task', 'start': null, 'items': [
                      {'text': 'Wind the clock', 'checked': true, 'blocks': []}]},
                   {'type': 'code', 'code': 'h = a * cos(w * t)', 'language': 'python', 'filename': 'tide.py',
                    'caption': 'One *constituent*'}],
                 'sections': [
                   {'heading': 'Moon', 'blocks': [
                      {'type': 'callout', 'kind': 'insight', 'title': 'Twice', 'blocks': [
                         {'type': 'paragraph', 'text': 'There are two bulges.'}]},
                      {'type': 'quote', 'attribution': 'A `harbour` master', 'blocks': [
                         {'type': 'paragraph', 'text': 'The sea keeps books.'}]}],
                    'sections': [{'heading': 'Nodes', 'blocks': [], 'sections': []}]},
                   {'heading': 'Sun', 'blocks': [
                      {'type': 'image', 'url': 'https://example.org/sun.png', 'alt': 'The sun', 'caption': 'At *noon*',
                       'width': 800, 'height': 600}], 'sections': []}]},
                {'heading': 'Reading a table', 'blocks': [
                   {'type': 'table', 'head': ['Time', '*Height*'], 'rows': [['04:10', '3.2 m'], ['10:25', '0.6 m']],
                    'align': ['left', 'right']},
                   {'type': 'embed', 'url': 'https://example.org/tide-film', 'provider': 'example', 'title': 'A film'},
                   {'type': 'divider'}], 'sections': []}],
              'takeaways': [{'text': 'Tides are *predictable*.'}, {'text': 'Weather is not.'}],
              'faqs': [{'question': 'Why two a day?', 'answer': [{'type': 'paragraph', 'text': 'Two **bulges**.'}]},
                       {'question': 'Is every day alike?', 'answer': [{'type': 'paragraph', 'text': 'No.'}]}],
              'seo': {'title': 'Tide tables', 'description': 'How they are made',
                      'canonicalUrl': 'https://example.org/tides', 'noindex': true}
            }""";

    /** Everything sent is there as it was sent; what Galley adds may be there too. */
    static void assertHolds(JsonNode sent, JsonNode got) {
        assertHolds("", sent, got);
    }

    private static void assertHolds(String at, JsonNode sent, JsonNode got) {
        if (sent.isObject()) {
            sent.properties()
                    .forEach(member ->
                            assertHolds(at + "/" + member.getKey(), member.getValue(), got.path(member.getKey())));
        } else if (sent.isArray()) {
            assertEquals(sent.size(), got.size(), () -> at + ": " + got);
            for (int i = 0; i < sent.size(); i++) {
                assertHolds(at + "/" + i, sent.get(i), got.get(i));
            }
        } else {
            assertEquals(sent, got, at);
        }
    }

    static List<String> keys(JsonNode object) {
        return Stream.of(object)
                .flatMap(node -> node.properties().stream())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** One member of each entry of a list. */
    static List<String> each(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path(member).asText())
                .toList();
    }

    /** Every value of a member, however deep, in reading order. */
    static List<String> all(JsonNode tree, String member) {
        return tree.findValues(member).stream().map(JsonNode::asText).toList();
    }

    /** The same without a member, however deep. */
    static JsonNode without(JsonNode tree, String member) {
        JsonNode copy = tree.deepCopy();
        copy.findParents(member).forEach(parent -> ((ObjectNode) parent).remove(member));
        return copy;
    }
}
