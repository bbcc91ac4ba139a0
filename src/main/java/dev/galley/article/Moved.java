package dev.galley.article;

/** The article that was asked for by an old slug has a new one. */
final class Moved extends RuntimeException {
    private final String from;
    private final Article to;

    Moved(String from, Article to) {
        super(null, null, false, false);
        this.from = from;
        this.to = to;
    }

    String from() {
        return from;
    }

    Article to() {
        return to;
    }
}
