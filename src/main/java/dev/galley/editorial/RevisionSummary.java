package dev.galley.editorial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version in a list: everything but its document. */
public record RevisionSummary(
        long version,
        Instant savedAt,
        String savedBy,
        @Nullable String note) {
    /** Ends before the where clause; the revision is {@code r}. */
    static final String SELECT = """
            select new dev.galley.editorial.RevisionSummary(r.number, r.savedAt, r.savedBy, r.note)
            from Revision r""";
}
