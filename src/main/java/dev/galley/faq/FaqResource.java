package dev.galley.faq;

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

/** {@code /v1/faqs}: the questions and answers of all published articles. */
@Path("/v1/faqs")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class FaqResource {
    /** A question and the article it stands in. */
    record Row(FaqRow faq, ArticleReference article) {}

    private static final KeysetQuery<Row> NEWEST_ARTICLE_FIRST = new KeysetQuery<>(
            Row.class,
            "select new dev.galley.faq.FaqResource$Row(p, new dev.galley.article.ArticleReference("
                    + "a.id, a.slug, a.title, a.publishedAt)) from FaqRow p join Article a on a.id = p.articleId",
            List.of(Column.newest("a.publishedAt"), Column.lastId("a.id"), Column.position("p.position")),
            row -> List.of(row.article.publishedAt(), row.article.id(), row.faq.position));

    private final LinkedTexts texts;

    FaqResource(LinkedTexts texts) {
        this.texts = texts;
    }

    @GET
    @Transactional
    @Operation(operationId = "listFaqs", summary = "Questions and answers across all articles, newest article first")
    public Page<FaqItem> list(
            @BeanParam PartFilter filter, @BeanParam PageRequest page, @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        return NEWEST_ARTICLE_FIRST
                .fetch(FaqRow.getEntityManager(), filter.conditions(), page)
                .map(rows -> items(rows, form));
    }

    private List<FaqItem> items(List<Row> rows, TextForm form) {
        Texts written = texts.of(rows.stream().map(row -> row.article.id()).toList(), form);
        return rows.stream()
                .map(row -> FaqItem.of(row.faq, row.article, written.of(row.article.id())))
                .toList();
    }
}
