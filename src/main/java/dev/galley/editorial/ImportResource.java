package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.document.Addresses;
import dev.galley.document.ArticleDocument;
import dev.galley.ingest.ImportWarning;
import dev.galley.ingest.Imported;
import dev.galley.ingest.Importer;
import dev.galley.platform.InputError;
import dev.galley.platform.Links;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.query.Parameters;
import dev.galley.text.Slug;
import dev.galley.write.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/imports}: a text in whatever form becomes a draft. */
@Path("/v1/editorial/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: import")
public class ImportResource {
    private static final String MARKDOWN = "text/markdown";
    private static final String READ_HERE = "text/markdown, text/html, text/plain, application/json";

    private final ImportDesk desk;
    private final ManyImports many;
    private final Writes writes;
    private final Links links;
    private final SecurityIdentity caller;

    ImportResource(ImportDesk desk, ManyImports many, Writes writes, Links links, SecurityIdentity caller) {
        this.desk = desk;
        this.many = many;
        this.writes = writes;
        this.links = links;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes({MARKDOWN, MediaType.TEXT_HTML, MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "importArticle",
            summary = "One text becomes one draft",
            description = "A slug, as parameter or in the text, updates the draft that has it; without one there is"
                    + " always a new draft. The header Content-Location tells where relative links in HTML lead."
                    + " JSON that Ghost has exported is many articles: the answer is 202 and a job.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    public RestResponse<?> importOne(
            @QueryParam("slug") @Parameter(description = "Names the draft; the one that has it is updated.") @Nullable
                    String slug,
            @QueryParam("publish") @Parameter(description = "true publishes it too.") @Nullable String publish,
            @QueryParam("dryRun") @Parameter(description = "true reports and writes nothing.") @Nullable String dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_LOCATION) @Nullable String base,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MARKDOWN,
                                        schema =
                                                @Schema(
                                                        type =
                                                                org.eclipse.microprofile.openapi.annotations.enums
                                                                        .SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaType.TEXT_HTML,
                                        schema =
                                                @Schema(
                                                        type =
                                                                org.eclipse.microprofile.openapi.annotations.enums
                                                                        .SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaType.TEXT_PLAIN,
                                        schema =
                                                @Schema(
                                                        type =
                                                                org.eclipse.microprofile.openapi.annotations.enums
                                                                        .SchemaType.STRING)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = ArticleDocument.class))
                            })
                    byte[] body) {
        Options options = options(slug, publish, dryRun);
        if (isJson(contentType) && many.isMany(body)) {
            return many.take(body, options.publish(), options.dryRun());
        }
        Imported imported = withSlug(read(body, contentType, base), options.slug());
        if (options.dryRun()) {
            return writes.rehearse(() -> store(imported, options));
        }
        try {
            return writes.run(() -> store(imported, options));
        } catch (Problem problem) {
            if (problem.type() != ProblemType.SLUG_TAKEN) {
                throw problem;
            }
            // Taken since it was looked for, by another import of the same slug: now there is a draft to update.
            return writes.run(() -> store(imported, options));
        }
    }

    private record Options(@Nullable String slug, boolean publish, boolean dryRun) {}

    private Options options(@Nullable String slug, @Nullable String publish, @Nullable String dryRun) {
        if (slug != null && !Slug.isValid(slug)) {
            throw Problem.parameter("slug", InputError.INVALID, "A slug matches " + Slug.PATTERN + ".");
        }
        Options options = new Options(slug, Parameters.flag("publish", publish), Parameters.flag("dryRun", dryRun));
        if (options.publish() && !caller.hasRole(Role.PUBLISHER.value())) {
            throw Problem.of(ProblemType.FORBIDDEN, "To publish needs the role publisher.");
        }
        return options;
    }

    private static Imported read(byte[] body, @Nullable String contentType, @Nullable String base) {
        if (contentType == null) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "Say in Content-Type what the body is: " + READ_HERE + ".")
                    .header(HttpHeaders.ACCEPT, READ_HERE);
        }
        if (isJson(contentType)) {
            return JsonImport.read(body);
        }
        String text = SourceText.decode(body, contentType).text();
        return switch (MediaType.valueOf(contentType).getSubtype()) {
            case "markdown" -> Importer.markdown(text);
            case "html" -> Importer.html(text, base(base));
            default -> Importer.plainText(text);
        };
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && MediaType.valueOf(contentType).isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    private static @Nullable URI base(@Nullable String location) {
        return location != null && Addresses.isWeb(location) ? URI.create(location) : null;
    }

    private static Imported withSlug(Imported imported, @Nullable String slug) {
        return slug == null
                ? imported
                : imported.withDocument(imported.document().withSlug(slug));
    }

    private RestResponse<ImportResult> store(Imported imported, Options options) {
        String by = caller.getPrincipal().getName();
        ImportDesk.Saved saved = desk.save(imported, by);
        Draft draft = saved.draft();
        List<ImportWarning> warnings = new ArrayList<>(imported.warnings());
        if (options.publish()) {
            desk.publish(draft, imported, by).ifPresent(warnings::add);
        }
        DraftView view = options.dryRun() ? DraftView.of(draft).unsaved() : DraftView.of(draft);
        ResponseBuilder<ImportResult> answer = !saved.isNew() || options.dryRun()
                ? ResponseBuilder.ok(new ImportResult(view, warnings))
                : ResponseBuilder.<ImportResult>create(201)
                        .entity(new ImportResult(view, warnings))
                        .location(URI.create(links.to("/v1/editorial/articles/" + draft.id)));
        return options.dryRun()
                ? answer.build()
                : answer.header(HttpHeaders.ETAG, Preconditions.etag(draft)).build();
    }
}
