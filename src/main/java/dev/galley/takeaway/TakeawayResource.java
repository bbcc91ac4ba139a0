package dev.galley.takeaway;

import dev.galley.article.ArticleReference;
import dev.galley.article.LinkedTexts;
import dev.galley.article.PartFilter;
import dev.galley.article.Texts;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Parameters;
import dev.galley.text.TextForm;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/takeaways}: the takeaways of all published articles. */
@Path("/v1/takeaways")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class TakeawayResource {
    /** A takeaway and the article it stands in. */
    record Row(TakeawayRow takeaway, ArticleReference article) {}

    private static final KeysetQuery<Row> NEWEST_ARTICLE_FIRST = new KeysetQuery<>(
            Row.class,
            "select new dev.galley.takeaway.TakeawayResource$Row(p, new dev.galley.article.ArticleReference("
                    + "a.id, a.slug, a.title, a.publishedAt)) from TakeawayRow p join Article a on a.id = p.articleId",
            List.of(Column.newest("a.publishedAt"), Column.lastId("a.id"), Column.position("p.position")),
            row -> List.of(row.article.publishedAt(), row.article.id(), row.takeaway.position));

    private final LinkedTexts texts;

    TakeawayResource(LinkedTexts texts) {
        this.texts = texts;
    }

    @GET
    @Transactional
    @Operation(operationId = "listTakeaways", summary = "Takeaways across all articles, newest article first")
    public Page<TakeawayItem> list(
            @BeanParam PartFilter filter, @BeanParam PageRequest page, @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        return NEWEST_ARTICLE_FIRST
                .fetch(TakeawayRow.getEntityManager(), filter.conditions(), page)
                .map(rows -> items(rows, form));
    }

    private List<TakeawayItem> items(List<Row> rows, TextForm form) {
        Texts written = texts.of(rows.stream().map(row -> row.article.id()).toList(), form);
        return rows.stream()
                .map(row -> TakeawayItem.of(row.takeaway, row.article, written.of(row.article.id())))
                .toList();
    }
}
