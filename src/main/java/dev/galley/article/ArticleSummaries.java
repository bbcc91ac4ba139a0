package dev.galley.article;

import dev.galley.query.Conditions;
import dev.galley.query.Fields;
import dev.galley.query.Row;
import dev.galley.query.RowQuery;
import dev.galley.text.TextForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes articles as lists show them, all of them at once. */
@ApplicationScoped
public class ArticleSummaries {
    private static final Set<String> STANDARD =
            Fields.shown(null, ArticleSummary.class, ArticleSummary.ON_DEMAND, List.of());

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
        List<Row> rows = new RowQuery(ArticleCells.FROM, ArticleCells.of(STANDARD), null, List.of())
                .list(Article.getEntityManager(), new Conditions().and("a.id in :ids", "ids", ids));
        return of(rows, STANDARD, form).stream().collect(Collectors.toMap(ArticleSummary::id, Function.identity()));
    }

    /** Of rows that have what these members are made of. */
    List<ArticleSummary> of(List<Row> read, Set<String> members, TextForm form) {
        List<ArticleRow> rows = read.stream().map(ArticleRow::of).toList();
        Relations relations = Relations.of(rows, members);
        Texts written = texts.of(rows.stream().map(ArticleRow::id).toList(), form);
        return rows.stream()
                .map(row -> ArticleSummary.of(
                        row, relations, links.of(row.id(), row.slug(), row.locale()), written.of(row.id()), members))
                .toList();
    }
}
