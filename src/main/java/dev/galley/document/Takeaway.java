package dev.galley.document;

import com.fasterxml.jackson.annotation.JsonCreator;

/** One thing to remember from the article, as inline CommonMark. */
public record Takeaway(String id, @Required String text) {
    public Takeaway {
        id = Section.orEmpty(id);
    }

    /** Not for JSON, where a takeaway is an object. */
    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public Takeaway(String text) {
        this("", text);
    }

    public Takeaway withId(String id) {
        return new Takeaway(id, text);
    }
}
