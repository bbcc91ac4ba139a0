package dev.galley.query;

import java.util.UUID;

/**
 * Finds published things by their words. The index is made from articles and articles are listed by it: this is where
 * the two meet without knowing each other.
 */
public interface TextSearch {
    /** What is looked for. */
    enum Kind {
        ARTICLE,
        SECTION,
        FAQ,
        TAKEAWAY
    }

    /** An article, or a part of one; the id of an article is its own. */
    record Hit(UUID articleId, UUID id) {}

    /** The page asked for, under the conditions and in the order asked for; the query has words. */
    Page<Hit> find(Kind kind, ListQuery query);
}
