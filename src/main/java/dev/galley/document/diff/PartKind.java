package dev.galley.document.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a part of a document is, and which of its members are lists of parts. */
public enum PartKind {
    @JsonProperty("article")
    ARTICLE,
    @JsonProperty("section")
    SECTION,
    @JsonProperty("takeaway")
    TAKEAWAY,
    @JsonProperty("faq")
    FAQ,
    @JsonProperty("block")
    BLOCK,
    /** Of a list block. It has no id in a document, and is known by its list and its place. */
    @JsonProperty("item")
    ITEM;

    private static final int LONGEST_LABEL = 80;

    /** A member that holds parts of one kind. */
    record Members(String name, PartKind kind) {}

    /** In reading order. Which of them a block has depends on its type. */
    List<Members> lists() {
        return switch (this) {
            case ARTICLE ->
                List.of(
                        new Members("lead", BLOCK),
                        new Members("sections", SECTION),
                        new Members("takeaways", TAKEAWAY),
                        new Members("faqs", FAQ));
            case SECTION -> List.of(new Members("blocks", BLOCK), new Members("sections", SECTION));
            case FAQ -> List.of(new Members("answer", BLOCK));
            case BLOCK -> List.of(new Members("items", ITEM), new Members("blocks", BLOCK));
            case ITEM -> List.of(new Members("blocks", BLOCK));
            case TAKEAWAY -> List.of();
        };
    }

    /** What people call a part: its heading or question, the type of a block, or else how its text begins. */
    String label(JsonNode part) {
        String member =
                switch (this) {
                    case ARTICLE -> "title";
                    case SECTION -> "heading";
                    case FAQ -> "question";
                    case BLOCK -> "type";
                    case TAKEAWAY, ITEM -> "text";
                };
        String label = part.path(member).asText();
        return label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
    }
}
