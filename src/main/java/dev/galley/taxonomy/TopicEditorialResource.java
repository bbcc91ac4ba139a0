package dev.galley.taxonomy;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.galley.query.Conditions;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.text.Slug;
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

    private final Clock clock;
    private final Links links;
    private final Validator validator;

    TopicEditorialResource(Clock clock, Links links, Validator validator) {
        this.clock = clock;
        this.links = links;
        this.validator = validator;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    @Operation(operationId = "listEditorialTopics", summary = "All topics, by slug")
    public Page<TopicDetail> list(@BeanParam PageRequest page) {
        return TopicResource.BY_SLUG.fetch(Topic.getEntityManager(), new Conditions(), page);
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
    @Transactional
    @Operation(operationId = "createTopic", summary = "A new topic")
    public RestResponse<TopicDetail> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = TopicInput.class))) byte[] body) {
        TopicInput input = Json.bind(Json.parse(body), TopicInput.class);
        input.check(validator);
        String slug = Objects.requireNonNullElseGet(input.slug(), () -> Slug.of(input.name(), "topic"));
        if (Topic.bySlug(slug).isPresent()) {
            throw taken(slug);
        }
        Topic topic = Topic.create(slug, input.name(), TopicKind.CONCEPT, clock.instant());
        input.applyTo(topic);
        Topic.flush();
        return RestResponse.ResponseBuilder.<TopicDetail>created(URI.create(links.to("/v1/editorial/topics/" + slug)))
                .entity(get(slug))
                .build();
    }

    @PATCH
    @Path("/{slug}")
    @RolesAllowed(Role.Names.EDITOR)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Transactional
    @Operation(operationId = "updateTopic", summary = "Changes a topic everywhere at once")
    public TopicDetail update(
            @PathParam("slug") String slug,
            @RequestBody(content = @Content(schema = @Schema(implementation = TopicInput.class))) byte[] patch) {
        Topic topic = known(slug);
        JsonNode merged = MergePatch.apply(Json.MAPPER.valueToTree(TopicInput.of(topic)), Json.parse(patch));
        TopicInput input = Json.bind(merged, TopicInput.class);
        input.check(validator);
        if (!slug.equals(input.slug())) {
            throw Problem.member("/slug", InputError.SERVER_MADE, "The slug of a topic stays: articles name it by it.");
        }
        input.applyTo(topic);
        topic.updatedAt = clock.instant();
        Topic.flush();
        TopicDetail detail = get(slug);
        if (detail.articleCount() > 0) {
            Change.ofTaxonomy(ChangeType.TOPIC_UPDATED, slug, topic.updatedAt);
        }
        return detail;
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed(Role.Names.PUBLISHER)
    @Transactional
    @Operation(operationId = "deleteTopic", summary = "Removes a topic that no published article has")
    public void delete(@PathParam("slug") String slug) {
        Topic topic = known(slug);
        long articles = get(slug).articleCount();
        if (articles > 0) {
            throw Problem.of(
                    ProblemType.CONFLICT, articles + " published articles have this topic. Take it out of them first.");
        }
        topic.delete();
        Topic.flush();
    }

    private static Problem taken(String slug) {
        return Problem.of(ProblemType.CONFLICT, "There is a topic with the slug \"" + slug + "\" already.");
    }

    private static Topic known(String slug) {
        return Topic.bySlug(slug).orElseThrow(() -> Problem.notFound("topic \"" + slug + "\""));
    }
}
