package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import dev.galley.platform.ProblemView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each operation, in the order of the request. */
public record BatchResult(List<Outcome> results) {
    /** The status, and the article with its ETag, or else the problem; after a delete there is neither. */
    @Schema(name = "BatchOutcome")
    public record Outcome(
            int status,
            @Nullable String etag,

            @Nullable @Schema(implementation = DraftView.class)
            JsonNode article,

            @Nullable ProblemView problem) {
        static final Outcome GONE = new Outcome(204, null, null, null);

        static Outcome of(int status, Draft draft) {
            return new Outcome(status, Preconditions.etag(draft), Json.MAPPER.valueToTree(DraftView.of(draft)), null);
        }

        static Outcome failed(ProblemView problem) {
            return new Outcome(problem.status(), null, null, problem);
        }
    }
}
