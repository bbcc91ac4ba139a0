package dev.galley.editorial;

import dev.galley.article.Article;
import dev.galley.article.ArticleLinks;
import dev.galley.article.ArticleRow;
import dev.galley.article.ArticleView;
import dev.galley.article.LinkTargets;
import dev.galley.article.LinkedTexts;
import dev.galley.article.Relations;
import dev.galley.document.ArticleDocument;
import dev.galley.platform.Problem;
import dev.galley.publishing.Publication;
import dev.galley.publishing.Publisher;
import dev.galley.query.Parameters;
import dev.galley.taxonomy.Taxonomy;
import dev.galley.text.TextForm;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** {@code /v1/preview/{token}}: the one draft that a link was made for, in the shape that delivery would give it. */
@Path(PreviewResource.PATH)
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Preview")
public class PreviewResource {
    static final String PATH = "/v1/preview";

    private final PublishingDesk desk;
    private final ArticleLinks links;
    private final LinkedTexts texts;
    private final Clock clock;

    PreviewResource(PublishingDesk desk, ArticleLinks links, LinkedTexts texts, Clock clock) {
        this.desk = desk;
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Path("/{token}")
    @Transactional
    @Operation(
            operationId = "previewDraft",
            summary = "The draft that the link was made for, as it is now",
            description =
                    "As delivery would give it, were it published now. Nothing may keep it or list it. A token that"
                            + " opens nothing, whyever, is not found.")
    public RestResponse<ArticleView> preview(
            @PathParam("token") String token, @QueryParam("text") @Nullable String text) {
        TextForm form = Parameters.text(text);
        Draft draft = opened(token).orElseThrow(() -> Problem.notFound("preview behind this link"));
        return ResponseBuilder.ok(view(draft, form))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, draft.locale)
                .header("X-Robots-Tag", "noindex")
                // The address is the credential: it must not travel on to where the page's links lead.
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private Optional<Draft> opened(String token) {
        return PreviewLink.byToken(token, clock.instant())
                .flatMap(link -> Draft.<Draft>findByIdOptional(link.draftId))
                .filter(draft -> !draft.isTrashed());
    }

    private ArticleView view(Draft draft, TextForm form) {
        ArticleDocument document = Taxonomy.named(draft.document);
        Publication publication = desk.publication(draft, document, clock.instant());
        Article article = Publisher.preview(publication);
        return ArticleView.of(
                ArticleRow.of(article, document.series()),
                Relations.of(article, document),
                null,
                links.of(draft.id, draft.slug, draft.locale),
                texts(publication, form),
                null);
    }

    /** With links to itself, which would be public too, and to what is public: the token opens no other draft. */
    private UnaryOperator<String> texts(Publication publication, TextForm form) {
        ArticleDocument document = publication.document();
        LinkTargets targets = LinkTargets.of(publication.around().names(), document.locale());
        LinkTargets.Target itself = new LinkTargets.Target(publication.articleId(), document.slug(), document.locale());
        targets.addFirst(document.slug(), itself);
        targets.addFirst(publication.articleId().toString(), itself);
        return texts.of(publication.articleId(), targets, form);
    }
}
