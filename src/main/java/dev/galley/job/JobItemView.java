package dev.galley.job;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one of the things that a job is about; {@code problem} says why one failed. */
@Schema(name = "JobItem")
public record JobItemView(
        int number,
        String name,
        JobOutcome outcome,
        boolean published,
        @Nullable Article article,
        List<String> warnings,
        @Nullable String problem) {
    /** The draft that it became. */
    @Schema(name = "JobArticle")
    public record Article(UUID id, String slug) {}

    static JobItemView of(JobItem item) {
        return new JobItemView(
                item.number,
                item.name,
                item.outcome,
                item.published,
                item.articleId == null || item.slug == null ? null : new Article(item.articleId, item.slug),
                item.warnings,
                item.problem);
    }
}
