package dev.galley.query;

/** One key of a sort order, by its name in the query string. */
public record Order(String name, boolean descending) {
    /** How well it fits the words asked for; the best first is descending. */
    public static final String RELEVANCE = "relevance";
}
