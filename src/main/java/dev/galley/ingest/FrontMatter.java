package dev.galley.ingest;

import dev.galley.document.AuthorRef;
import dev.galley.document.Hero;
import dev.galley.document.Identities;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.document.TopicRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about itself beside its text; "" and null where it says nothing.
 *
 * @param ids of its parts, as {@link Identities#ids} lists them
 */
record FrontMatter(
        String title,
        String slug,
        String locale,
        @Nullable String translationKey,
        @Nullable String summary,
        List<AuthorRef> authors,
        List<TopicRef> topics,
        @Nullable SeriesPlace series,
        @Nullable Hero hero,
        Seo seo,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        boolean draft,
        @Nullable UUID id,
        List<String> ids) {
    static final FrontMatter NONE =
            new FrontMatter("", "", "", null, null, List.of(), List.of(), null, null, Seo.NONE, null, null, false);

    /** Of a source that doesn't come from a Galley. */
    FrontMatter(
            String title,
            String slug,
            String locale,
            @Nullable String translationKey,
            @Nullable String summary,
            List<AuthorRef> authors,
            List<TopicRef> topics,
            @Nullable SeriesPlace series,
            @Nullable Hero hero,
            Seo seo,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt,
            boolean draft) {
        this(
                title,
                slug,
                locale,
                translationKey,
                summary,
                authors,
                topics,
                series,
                hero,
                seo,
                publishedAt,
                updatedAt,
                draft,
                null,
                List.of());
    }

    FrontMatter withTitle(String title) {
        return new FrontMatter(
                title,
                slug,
                locale,
                translationKey,
                summary,
                authors,
                topics,
                series,
                hero,
                seo,
                publishedAt,
                updatedAt,
                draft,
                id,
                ids);
    }
}
