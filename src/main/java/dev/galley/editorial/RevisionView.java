package dev.galley.editorial;

import dev.galley.taxonomy.Taxonomy;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version as it was saved, with today's names of its topics and authors. */
@Schema(name = "Revision")
public record RevisionView(
        long version,
        Instant savedAt,
        String savedBy,
        @Nullable String note,
        DocumentView document) {
    static RevisionView of(Revision revision) {
        return new RevisionView(
                revision.number,
                revision.savedAt,
                revision.savedBy,
                revision.note,
                DocumentView.of(Taxonomy.named(revision.document)));
    }
}
