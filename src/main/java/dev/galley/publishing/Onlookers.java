package dev.galley.publishing;

import dev.galley.article.Article;
import dev.galley.article.PublicSlug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The other published articles whose delivered form shows whether an article is public, and under which slug: those that
 * link to it, and its translations.
 */
final class Onlookers {
    private static final String LINKED = """
            select distinct new dev.galley.publishing.Onlookers$Onlooker(a.id, a.slug, a.locale, a.version)
            from OutgoingLink l join Article a on a.id = l.articleId
            where l.target in :names and a.id <> :article""";

    private static final String TRANSLATED = """
            select new dev.galley.publishing.Onlookers$Onlooker(a.id, a.slug, a.locale, a.version)
            from Article a where a.translationKey in :keys and a.id <> :article""";

    /** Enough of one for the change log. */
    record Onlooker(UUID id, String slug, String locale, long version) {}

    private Onlookers() {}

    /** {@code keys} are the translation keys that the article has and had. In the order of their ids. */
    static Collection<Onlooker> of(UUID article, Collection<String> keys) {
        List<Onlooker> onlookers = new ArrayList<>(Article.getEntityManager()
                .createQuery(LINKED, Onlooker.class)
                .setParameter("names", names(article))
                .setParameter("article", article)
                .getResultList());
        if (!keys.isEmpty()) {
            onlookers.addAll(Article.getEntityManager()
                    .createQuery(TRANSLATED, Onlooker.class)
                    .setParameter("keys", keys)
                    .setParameter("article", article)
                    .getResultList());
        }
        Map<UUID, Onlooker> each = new TreeMap<>();
        onlookers.forEach(onlooker -> each.put(onlooker.id(), onlooker));
        return each.values();
    }

    /** Its id, and each slug that it has or had: a link by an old one leads there too. */
    private static List<String> names(UUID article) {
        return Stream.concat(Stream.of(article.toString()), PublicSlug.slugsOf(article).stream())
                .collect(Collectors.toList());
    }
}
