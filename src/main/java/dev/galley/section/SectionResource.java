package dev.galley.section;

import dev.galley.article.ArticleLists;
import dev.galley.platform.TakesParameters;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Parameters;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/sections}: the sections of all published articles. */
@Path("/v1/sections")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts")
public class SectionResource {
    private static final SectionGrammar GRAMMAR = new SectionGrammar();

    private final ArticleLists lists;

    SectionResource(ArticleLists lists) {
        this.lists = lists;
    }

    @GET
    @Transactional
    @TakesParameters(SectionGrammar.class)
    @Operation(operationId = "listSections", summary = "Sections across all articles, newest article first")
    public Page<SectionItem> list(@BeanParam PageRequest page, @QueryParam("text") @Nullable String text) {
        return lists.parts(GRAMMAR, page, Parameters.text(text), SectionItem::of);
    }
}
