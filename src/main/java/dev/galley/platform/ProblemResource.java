package dev.galley.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each problem type means, in words: the target of every problem's {@code type}. */
@Path("/problems")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems")
public class ProblemResource {
    private final Links links;

    ProblemResource(Links links) {
        this.links = links;
    }

    /** A problem type explained. */
    public record ProblemExplanation(String type, String title, int status, String explanation) {}

    @GET
    @Path("/{name}")
    @Operation(operationId = "explainProblem", summary = "What a problem type means")
    @APIResponse(responseCode = "200", description = "The explanation")
    public ProblemExplanation explain(@PathParam("name") String name) {
        ProblemType type = ProblemType.bySlug(name).orElseThrow(() -> Problem.notFound("problem type of this name"));
        return new ProblemExplanation(links.problem(type), type.title(), type.status(), type.explanation());
    }
}
