package dev.galley.query;

/** What a list may read of a row: an HQL expression and what it gives. */
public record Cell<T>(String expression) {
    public static <T> Cell<T> of(String expression) {
        return new Cell<>(expression);
    }
}
