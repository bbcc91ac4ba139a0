package dev.galley.taxonomy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.access.Audit;
import dev.galley.access.AuditAction;
import dev.galley.access.AuditSubject;
import dev.galley.access.Role;
import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import dev.galley.document.TopicKind;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Links;
import dev.galley.platform.MergePatch;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.platform.TakesParameters;
import dev.galley.query.Conditions;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.text.Slug;
import dev.galley.write.Writes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/editorial/topics}: all topics, those that only drafts use too. */
@Path("/v1/editorial/topics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: topics")
public class TopicEditorialResource {
    private static final String ANY = "1 = 1";

    private final Writes writes;
    private final Audit audit;
    private final Clock clock;
    private final Links links;
    private final Validator validator;

    TopicEditorialResource(Writes writes, Audit audit, Clock clock, Links links, Validator validator) {
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
        this.links = links;
        this.validator = validator;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @TakesParameters(TopicGrammar.class)
    @Operation(operationId = "listEditorialTopics", summary = "All topics, by slug")
    public Page<TopicDetail> list(@BeanParam PageRequest page) {
        return TopicResource.TOPICS.page(page, new Conditions());
    }

    @GET
    @Path("/{slug}")
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(operationId = "getEditorialTopic", summary = "One topic")
    public TopicDetail get(@PathParam("slug") String slug) {
        return TopicResource.detail(slug, ANY);
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createTopic", summary = "A new topic")
    public RestResponse<TopicDetail> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = TopicInput.class))) byte[] body) {
        TopicInput input = Json.bind(Json.parse(body), TopicInput.class);
        input.check(validator);
        String slug = Objects.requireNonNullElseGet(input.slug(), () -> Slug.of(input.name(), "topic"));
        return writes.run(() -> {
            if (Topic.bySlug(slug).isPresent()) {
                throw taken(slug);
            }
            Topic topic = Topic.create(slug, input.name(), TopicKind.CONCEPT, clock.instant());
            input.applyTo(topic);
            audit.log(AuditAction.TOPIC_CREATED, AuditSubject.topic(topic.id, slug));
            return RestResponse.ResponseBuilder.<TopicDetail>created(
                            URI.create(links.to("/v1/editorial/topics/" + slug)))
                    .entity(get(slug))
                    .build();
        });
    }

    @PATCH
    @Path("/{slug}")
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "updateTopic", summary = "Changes a topic everywhere at once")
    public TopicDetail update(
            @PathParam("slug") String slug,
            @RequestBody(content = @Content(schema = @Schema(implementation = TopicInput.class))) byte[] patch) {
        JsonNode changes = Json.parse(patch);
        return writes.run(() -> {
            Topic topic = lock(slug);
            JsonNode merged = MergePatch.apply(Json.MAPPER.valueToTree(TopicInput.of(topic)), changes);
            TopicInput input = Json.bind(merged, TopicInput.class);
            input.check(validator);
            if (!slug.equals(input.slug())) {
                throw Problem.member(
                        "/slug", InputError.SERVER_MADE, "The slug of a topic stays: articles name it by it.");
            }
            input.applyTo(topic);
            topic.updatedAt = clock.instant();
            audit.log(AuditAction.TOPIC_CHANGED, AuditSubject.topic(topic.id, slug));
            TopicDetail detail = get(slug);
            if (detail.articleCount() > 0) {
                Change.ofTaxonomy(ChangeType.TOPIC_UPDATED, slug, topic.updatedAt);
            }
            return detail;
        });
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed(Role.Names.PUBLISHER)
    @Operation(operationId = "deleteTopic", summary = "Removes a topic that no published article has")
    public void delete(@PathParam("slug") String slug) {
        writes.run(() -> {
            Topic topic = lock(slug);
            long articles = get(slug).articleCount();
            if (articles > 0) {
                throw Problem.of(
                        ProblemType.CONFLICT,
                        articles + " published articles have this topic. Take it out of them first.");
            }
            audit.log(AuditAction.TOPIC_DELETED, AuditSubject.topic(topic.id, slug));
            topic.delete();
            return null;
        });
    }

    private static Problem taken(String slug) {
        return Problem.of(ProblemType.CONFLICT, "There is a topic with the slug \"" + slug + "\" already.");
    }

    /** Until the end of the transaction nobody else changes it, so that of two patches both are kept. */
    private static Topic lock(String slug) {
        return Topic.lock(slug).orElseThrow(() -> Problem.notFound("topic \"" + slug + "\""));
    }
}
