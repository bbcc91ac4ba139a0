package dev.galley.article;

import dev.galley.text.TextForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads articles as lists show them, all of them at once. */
@ApplicationScoped
public class ArticleSummaries {
    private final ArticleLinks links;
    private final LinkedTexts texts;

    ArticleSummaries(ArticleLinks links, LinkedTexts texts) {
        this.links = links;
        this.texts = texts;
    }

    /** Of those that are public now. */
    public Map<UUID, ArticleSummary> of(Collection<UUID> ids, TextForm form) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<ArticleRow> rows = Article.getEntityManager()
                .createQuery(ArticleRow.SELECT + " where a.id in :ids", ArticleRow.class)
                .setParameter("ids", ids)
                .getResultList();
        return of(rows, form).stream().collect(Collectors.toMap(ArticleSummary::id, Function.identity()));
    }

    List<ArticleSummary> of(List<ArticleRow> rows, TextForm form) {
        Relations relations = Relations.of(rows);
        Texts written = texts.of(rows.stream().map(ArticleRow::id).toList(), form);
        return rows.stream()
                .map(row -> ArticleSummary.of(
                        row, relations, links.of(row.id(), row.slug(), row.locale()), written.of(row.id())))
                .toList();
    }
}
