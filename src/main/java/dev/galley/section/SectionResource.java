package dev.galley.section;

import dev.galley.article.ArticleReference;
import dev.galley.article.LinkedTexts;
import dev.galley.article.PartFilter;
import dev.galley.article.Texts;
import dev.galley.query.Conditions;
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
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/sections}: the sections of all published articles. */
@Path("/v1/sections")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class SectionResource {
    /** A section and the article it stands in. */
    record Row(SectionRow section, ArticleReference article) {}

    private static final KeysetQuery<Row> NEWEST_ARTICLE_FIRST = new KeysetQuery<>(
            Row.class,
            "select new dev.galley.section.SectionResource$Row(p, new dev.galley.article.ArticleReference("
                    + "a.id, a.slug, a.title, a.publishedAt)) from SectionRow p join Article a on a.id = p.articleId",
            List.of(Column.newest("a.publishedAt"), Column.lastId("a.id"), Column.position("p.position")),
            row -> List.of(row.article.publishedAt(), row.article.id(), row.section.position));

    private final LinkedTexts texts;

    SectionResource(LinkedTexts texts) {
        this.texts = texts;
    }

    @GET
    @Transactional
    @Operation(operationId = "listSections", summary = "Sections across all articles, newest article first")
    public Page<SectionItem> list(
            @BeanParam PartFilter filter,
            @QueryParam("codeLanguage")
                    @Parameter(description = "Sections with code in this language.", example = "python")
                    @Nullable
                    String codeLanguage,
            @BeanParam PageRequest page,
            @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        Conditions conditions = filter.conditions();
        if (codeLanguage != null) {
            conditions.and(
                    "exists (select 1 from p.codeLanguages c where c in :languages)",
                    "languages",
                    Parameters.list("codeLanguage", codeLanguage.toLowerCase(Locale.ROOT)));
        }
        return NEWEST_ARTICLE_FIRST
                .fetch(SectionRow.getEntityManager(), conditions, page)
                .map(rows -> items(rows, form));
    }

    private List<SectionItem> items(List<Row> rows, TextForm form) {
        Texts written = texts.of(rows.stream().map(row -> row.article.id()).toList(), form);
        return rows.stream()
                .map(row -> SectionItem.of(row.section, row.article, written.of(row.article.id())))
                .toList();
    }
}
