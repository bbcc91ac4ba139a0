package dev.galley.article;

/** The article that was asked for by an old slug has a new one. */
final class Moved extends RuntimeException {
    private final ArticleName to;

    Moved(ArticleName to) {
        super(null, null, false, false);
        this.to = to;
    }

    ArticleName to() {
        return to;
    }
}
