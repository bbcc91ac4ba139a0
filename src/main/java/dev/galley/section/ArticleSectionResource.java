package dev.galley.section;

import dev.galley.article.ArticleLookup;
import dev.galley.article.LinkedTexts;
import dev.galley.article.SectionView;
import dev.galley.document.Section;
import dev.galley.platform.Problem;
import dev.galley.query.Fields;
import dev.galley.query.Page;
import dev.galley.query.Parameters;
import dev.galley.text.TextForm;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/articles/{a}/sections}: the sections of one article, flat, as a tree, or one of them. */
@Path("/v1/articles/{slugOrId}/sections")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class ArticleSectionResource {
    private final ArticleLookup lookup;
    private final LinkedTexts texts;

    ArticleSectionResource(ArticleLookup lookup, LinkedTexts texts) {
        this.lookup = lookup;
        this.texts = texts;
    }

    /** All sections as a tree. */
    @Schema(name = "SectionTreePage")
    record TreePage(List<SectionView> data, Page.PageInfo page) {}

    /** All sections in reading order. */
    @Schema(name = "FlatSectionPage")
    record FlatPage(List<FlatSection> data, Page.PageInfo page) {}

    @GET
    @Transactional
    @Operation(operationId = "listArticleSections", summary = "All sections of one article")
    @APIResponse(
            responseCode = "200",
            description = "All sections in reading order, or nested with tree=true",
            content = @Content(schema = @Schema(oneOf = {FlatPage.class, TreePage.class})))
    public RestResponse<Page<?>> list(
            @PathParam("slugOrId") String slugOrId,
            @QueryParam("tree") @Parameter(description = "true nests sections in sections.") @Nullable String tree,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("text") @Nullable String text,
            @QueryParam("fields")
                    @Parameter(description = Fields.DESCRIPTION, example = "anchor,heading,level")
                    @Nullable
                    String fields) {
        TextForm form = Parameters.text(text);
        boolean nested = Parameters.flag("tree", tree);
        Fields.shown(fields, nested ? SectionView.class : FlatSection.class);
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        List<Section> sections = found.article().body.sections();
        UnaryOperator<String> written = written(found, form);
        return found.answer(
                nested
                        ? Page.whole(SectionView.of(sections, 1, written))
                        : Page.whole(FlatSection.of(sections, written)));
    }

    @GET
    @Path("/{anchorOrId}")
    @Transactional
    @Operation(operationId = "getArticleSection", summary = "One section with those inside it")
    public RestResponse<SectionView> get(
            @PathParam("slugOrId") String slugOrId,
            @PathParam("anchorOrId") String anchorOrId,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("text") @Nullable String text,
            @QueryParam("fields") @Parameter(description = Fields.DESCRIPTION, example = "heading,blocks") @Nullable
                    String fields) {
        TextForm form = Parameters.text(text);
        Fields.shown(fields, SectionView.class);
        ArticleLookup.Found found = lookup.find(slugOrId, locale);
        return SectionView.of(found.article().body.sections(), 1, written(found, form)).stream()
                .flatMap(ArticleSectionResource::walk)
                .filter(section ->
                        section.anchor().equals(anchorOrId) || section.id().equalsIgnoreCase(anchorOrId))
                .findFirst()
                .map(found::answer)
                .orElseThrow(() -> Problem.notFound("section \"" + anchorOrId + "\" in this article"));
    }

    private UnaryOperator<String> written(ArticleLookup.Found found, TextForm form) {
        return texts.of(found.id(), form);
    }

    private static Stream<SectionView> walk(SectionView section) {
        return Stream.concat(Stream.of(section), section.sections().stream().flatMap(ArticleSectionResource::walk));
    }
}
