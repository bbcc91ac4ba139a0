package dev.galley.platform;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem as it is answered (RFC 9457 §3); {@code members} are extension members beside the others. */
@Schema(name = "Problem")
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        List<InputError> errors,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {
    /** Of the request that is being answered. */
    public static ProblemView of(Problem problem, Links links) {
        return of(problem, links, CurrentRequest.get().orElseThrow());
    }

    static ProblemView of(Problem problem, Links links, RoutingContext request) {
        ProblemType type = problem.type();
        return new ProblemView(
                links.problem(type, request),
                type.title(),
                type.status(),
                problem.detail(),
                request.request().path(),
                HttpGate.requestId(request),
                problem.errors(),
                problem.members());
    }
}
