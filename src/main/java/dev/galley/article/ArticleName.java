package dev.galley.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a public article is known by. */
public record ArticleName(
        UUID id, String slug, String locale, @Nullable String translationKey) {
    private static final String SELECT =
            "select new dev.galley.article.ArticleName(a.id, a.slug, a.locale, a.translationKey) from Article a where ";

    static Optional<ArticleName> byId(UUID id) {
        return list("a.id = :value", id).stream().findFirst();
    }

    /** One for each locale in which the slug stands. */
    static List<ArticleName> bySlug(String slug) {
        return list("a.slug = :value", slug);
    }

    /** The article itself and what else is published of the same translation key. */
    List<ArticleName> translations() {
        return translationKey == null ? List.of(this) : list("a.translationKey = :value", translationKey);
    }

    private static List<ArticleName> list(String condition, Object value) {
        return Article.getEntityManager()
                .createQuery(SELECT + condition, ArticleName.class)
                .setParameter("value", value)
                .getResultList();
    }
}
