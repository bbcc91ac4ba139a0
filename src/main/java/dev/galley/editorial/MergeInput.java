package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.document.ArticleDocument;
import dev.galley.document.DocumentRules;
import dev.galley.document.Required;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edit of the version {@code baseVersion}, to be merged with what was saved since. */
public record MergeInput(
        @Required Long baseVersion,

        @Required @Schema(implementation = ArticleDocument.class)
        JsonNode document,

        @Nullable Boolean dryRun) {
    private static final List<String> STATE = List.of("status", "hasUnpublishedChanges", "publishedAt", "schedule");

    /** What a draft says of the article rather than of the document. How it was at an earlier version is not kept. */
    private record State(
            @Nullable DraftStatus status,
            @Nullable Boolean hasUnpublishedChanges,
            @Nullable Instant publishedAt,
            @Nullable DraftSchedule schedule) {}

    static MergeInput read(byte[] body) {
        return Json.bind(Json.parse(body), MergeInput.class);
    }

    boolean isDryRun() {
        return dryRun != null && dryRun;
    }

    /** What Galley makes may be in it as it was read, from the base version or from the newest. */
    ArticleDocument edited(Draft draft, Revision base) {
        try {
            ArticleDocument edited =
                    DocumentInput.read(withoutState(), List.of(DraftView.of(draft, base), DraftView.of(draft)));
            DocumentRules.check(edited);
            return edited;
        } catch (Problem problem) {
            throw problem.under("/document");
        }
    }

    private JsonNode withoutState() {
        if (!(document instanceof ObjectNode object)) {
            return document;
        }
        Json.bind(object.deepCopy().retain(STATE), State.class);
        return object.deepCopy().without(STATE);
    }
}
