package dev.galley.editorial;

import dev.galley.query.Row;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft in a list: everything but its document. */
public record DraftSummary(
        UUID id,
        String slug,
        String locale,
        String title,
        DraftStatus status,
        long version,
        boolean hasUnpublishedChanges,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant publishedAt,
        int wordCount,
        int readingMinutes) {
    static DraftSummary of(Row row) {
        return new DraftSummary(
                row.get(DraftGrammar.ID),
                row.get(DraftGrammar.SLUG),
                row.get(DraftGrammar.LOCALE),
                row.get(DraftGrammar.TITLE),
                row.get(DraftGrammar.STATUS),
                row.getLong(DraftGrammar.VERSION),
                !Objects.equals(row.get(DraftGrammar.PUBLISHED_VERSION), row.get(DraftGrammar.VERSION)),
                row.get(DraftGrammar.CREATED_AT),
                row.get(DraftGrammar.CREATED_BY),
                row.get(DraftGrammar.UPDATED_AT),
                row.get(DraftGrammar.UPDATED_BY),
                row.get(DraftGrammar.PUBLISHED_AT),
                row.getInt(DraftGrammar.WORD_COUNT),
                row.getInt(DraftGrammar.READING_MINUTES));
    }
}
