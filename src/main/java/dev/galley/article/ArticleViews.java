package dev.galley.article;

import dev.galley.delivery.Dependencies;
import dev.galley.query.Conditions;
import dev.galley.query.Fields;
import dev.galley.query.Parameters;
import dev.galley.query.Row;
import dev.galley.query.RowQuery;
import dev.galley.taxonomy.AuthorView;
import dev.galley.taxonomy.TopicView;
import dev.galley.text.TextForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a whole article, or those members of it that were asked for. */
@ApplicationScoped
class ArticleViews {
    private static final List<String> ON_DEMAND = List.of("related");

    private final ArticleLinks links;
    private final LinkedTexts texts;
    private final NearArticles near;

    ArticleViews(ArticleLinks links, LinkedTexts texts, NearArticles near) {
        this.links = links;
        this.texts = texts;
        this.near = near;
    }

    /** The members of the answer, by the values of {@code fields} and {@code include}. */
    static Set<String> members(@Nullable String fields, @Nullable String include) {
        List<String> included = include == null ? List.of() : Parameters.list("include", include);
        included.forEach(member -> Parameters.oneOf("include", member, ON_DEMAND));
        return Fields.shown(fields, ArticleView.class, ON_DEMAND, included);
    }

    /** In the caller's transaction. */
    ArticleView of(ArticleLookup.Found found, Set<String> members, TextForm form) {
        ArticleRow row = ArticleRow.of(read(found, members));
        Relations relations = Relations.of(List.of(row), members);
        Dependencies.topics(relations.topics(row.id()).stream().map(TopicView::slug));
        Dependencies.authors(relations.authors(row.id()).stream().map(AuthorView::slug));
        return ArticleView.of(
                row,
                relations,
                found.fallback(),
                links.of(row.id(), row.slug(), row.locale()),
                texts.of(row.id(), form),
                members.contains("related") ? near.to(found.article(), form) : null);
    }

    private static Row read(ArticleLookup.Found found, Set<String> members) {
        return new RowQuery(ArticleCells.FROM, ArticleCells.of(members), null, List.of())
                .list(Article.getEntityManager(), new Conditions().and("a.id = :id", "id", found.id())).stream()
                        .findFirst()
                        .orElseThrow(ArticleLookup::gone);
    }
}
