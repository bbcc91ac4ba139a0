package dev.galley.publishing;

import dev.galley.article.ArticleAddress;
import dev.galley.article.ArticleAddresses;
import dev.galley.document.Placed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is beside a document, as far as the checks and the rows of its links need to know. Whoever publishes looks
 * it up, since publishing knows no drafts.
 *
 * @param links every link in the document that leads to an article, or would if there were one
 * @param translation the title of another published article that has the same translation key and locale
 * @param neighbour the title of another article of this locale at the same place of the series
 */
public record Surroundings(
        List<Link> links,
        @Nullable String translation,
        @Nullable String neighbour) {
    /** How many different articles one may link to: each is a row, and each reader's answer looks at all of them. */
    public static final int MOST_LINKED = 500;

    /** A link, and the article that it leads to; null where there is none. */
    public record Link(
            Placed<ArticleAddress> placed, @Nullable Target target) {
        public ArticleAddress address() {
            return placed.value();
        }
    }

    /**
     * The slugs and ids that the document links to. A page of the frontend counts only where there is an article of this
     * name: other pages may look the same.
     */
    public List<String> names() {
        return links.stream()
                .filter(link -> link.target() != null || link.address().form() != ArticleAddress.Form.PAGE)
                .map(link -> link.address().name())
                .filter(ArticleAddresses::isName)
                .distinct()
                .toList();
    }

    /** An article that is linked to; its anchors are those that readers of it find. */
    public record Target(boolean isPublic, Set<String> anchors) {}
}
