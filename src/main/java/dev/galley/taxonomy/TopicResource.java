package dev.galley.taxonomy;

import dev.galley.delivery.Dependencies;
import dev.galley.platform.Problem;
import dev.galley.platform.TakesParameters;
import dev.galley.query.Conditions;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/topics}: what published articles are about. One that only drafts use isn't there. */
@Path("/v1/topics")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Topics")
public class TopicResource {
    static final TopicGrammar TOPICS = new TopicGrammar();

    @GET
    @Transactional
    @TakesParameters(TopicGrammar.class)
    @Operation(operationId = "listTopics", summary = "Topics of published articles, by slug")
    public Page<TopicDetail> list(@BeanParam PageRequest page) {
        Dependencies.list();
        return TOPICS.page(page, new Conditions().and(TopicDetail.IS_PUBLIC));
    }

    @GET
    @Path("/{slug}")
    @Transactional
    @Operation(operationId = "getTopic", summary = "One topic")
    public TopicDetail get(@PathParam("slug") String slug) {
        Dependencies.list();
        Dependencies.topics(Stream.of(slug));
        return detail(slug, TopicDetail.IS_PUBLIC);
    }

    /** {@code condition} says which there are for the caller. */
    static TopicDetail detail(String slug, String condition) {
        return Topic.getEntityManager()
                .createQuery(TopicDetail.SELECT + " where t.slug = :slug and " + condition, TopicDetail.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("topic \"" + slug + "\""));
    }
}
