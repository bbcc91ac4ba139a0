package dev.galley.document;

/** One thing to remember from the article, as inline CommonMark. */
public record Takeaway(String id, @Required String text) {
    public Takeaway {
        id = Section.orEmpty(id);
    }

    public Takeaway(String text) {
        this("", text);
    }

    public Takeaway withId(String id) {
        return new Takeaway(id, text);
    }
}
