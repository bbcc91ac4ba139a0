package dev.galley.article;

import dev.galley.text.TextForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what announces articles, all of them at once. */
@ApplicationScoped
public class ArticleTeasers {
    private final LinkedTexts texts;

    ArticleTeasers(LinkedTexts texts) {
        this.texts = texts;
    }

    /** Of those that are public now. */
    public Map<UUID, ArticleTeaser> of(Collection<UUID> ids, TextForm form) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<ArticleRow> rows = Article.getEntityManager()
                .createQuery(ArticleRow.SELECT + " where a.id in :ids", ArticleRow.class)
                .setParameter("ids", ids)
                .getResultList();
        Relations relations = Relations.besidesTranslations(rows);
        Texts written = texts.of(ids, form);
        return rows.stream()
                .map(row -> teaser(row, relations, written))
                .collect(Collectors.toMap(ArticleTeaser::id, Function.identity()));
    }

    private static ArticleTeaser teaser(ArticleRow row, Relations relations, Texts written) {
        return new ArticleTeaser(
                row.id(),
                row.slug(),
                row.locale(),
                row.title(),
                row.summary(),
                relations.authors(row.id()),
                relations.topics(row.id()),
                ArticleView.hero(row.hero(), written.of(row.id())),
                row.publishedAt(),
                row.updatedAt(),
                row.wordCount(),
                row.readingMinutes());
    }
}
