package dev.galley.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.platform.Json;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Documents that carry a number in each of their parts, so that one that is there by half can be told. */
final class Editions {
    private Editions() {}

    static ObjectNode document(int edition) {
        ObjectNode document = Json.MAPPER.createObjectNode().put("title", "Edition " + edition);
        for (String heading : headings(edition).toList()) {
            ObjectNode section = document.withArray("sections").addObject().put("heading", heading);
            addParagraph(section, "blocks", edition);
        }
        for (String question : questions(edition).toList()) {
            ObjectNode faq = document.withArray("faqs").addObject().put("question", question);
            addParagraph(faq, "answer", edition);
        }
        return document;
    }

    /** By its title. */
    static int of(JsonNode document) {
        return Integer.parseInt(document.path("title").asText().replace("Edition ", ""));
    }

    /** Whether these sections and questions are those of one edition, all of them and no others. */
    static boolean isWhole(int edition, JsonNode sections, JsonNode faqs) {
        return headings(edition).toList().equals(texts(sections, "heading").toList())
                && questions(edition).toList().equals(texts(faqs, "question").toList());
    }

    private static Stream<String> headings(int edition) {
        return IntStream.rangeClosed(0, edition % 3).mapToObj(i -> "Part " + i + " of " + edition);
    }

    private static Stream<String> questions(int edition) {
        return IntStream.rangeClosed(0, edition % 2).mapToObj(i -> "What is " + i + " in " + edition + "?");
    }

    private static void addParagraph(ObjectNode parent, String member, int edition) {
        parent.withArray(member).addObject().put("type", "paragraph").put("text", "Words of edition " + edition + ".");
    }

    private static Stream<String> texts(JsonNode parts, String member) {
        return StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.path(member).asText());
    }
}
