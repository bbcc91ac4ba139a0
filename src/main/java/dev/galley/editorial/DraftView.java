package dev.galley.editorial;

import dev.galley.article.SectionView;
import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Faq;
import dev.galley.document.Hero;
import dev.galley.document.Measures;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.document.Takeaway;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Block;
import dev.galley.taxonomy.Taxonomy;
import dev.galley.text.TextForm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draft as editors read it: what Galley knows of it, and then the document, which may be sent back as it is. */
@Schema(name = "Draft")
public record DraftView(
        @Nullable UUID id,
        DraftStatus status,
        @Nullable Long version,
        boolean hasUnpublishedChanges,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant publishedAt,
        @Nullable DraftSchedule schedule,
        int wordCount,
        int readingMinutes,
        String slug,
        String locale,
        @Nullable String translationKey,
        String title,
        @Nullable String summary,
        List<AuthorRef> authors,
        List<TopicRef> topics,
        @Nullable SeriesPlace series,
        @Nullable Hero hero,
        List<Block> lead,
        List<SectionView> sections,
        List<Takeaway> takeaways,
        List<Faq> faqs,
        Seo seo) {
    public static DraftView of(Draft draft) {
        return of(draft, draft.document, draft.version, draft.updatedAt, draft.updatedBy);
    }

    /** How an earlier version was read, though with the status of now: what it was then is not kept. */
    static DraftView of(Draft draft, Revision revision) {
        return of(draft, revision.document, revision.number, revision.savedAt, revision.savedBy);
    }

    private static DraftView of(
            Draft draft, ArticleDocument stored, long version, Instant updatedAt, String updatedBy) {
        ArticleDocument document = Taxonomy.named(stored);
        Measures measures = Measures.of(document);
        return new DraftView(
                draft.id,
                draft.status,
                version,
                draft.hasUnpublishedChanges(),
                draft.createdAt,
                draft.createdBy,
                updatedAt,
                updatedBy,
                draft.firstPublishedAt,
                DraftSchedule.of(draft),
                measures.wordCount(),
                measures.readingMinutes(),
                document.slug(),
                document.locale(),
                document.translationKey(),
                document.title(),
                document.summary(),
                document.authors(),
                document.topics(),
                document.series(),
                document.hero(),
                document.lead(),
                SectionView.of(document.sections(), 1, TextForm.MARKDOWN),
                document.takeaways(),
                document.faqs(),
                document.seo());
    }

    /** The same as a dry run answers it: it has no id and no version, since it isn't there. */
    DraftView unsaved() {
        return new DraftView(
                null,
                status,
                null,
                hasUnpublishedChanges,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                publishedAt,
                schedule,
                wordCount,
                readingMinutes,
                slug,
                locale,
                translationKey,
                title,
                summary,
                authors,
                topics,
                series,
                hero,
                lead,
                sections,
                takeaways,
                faqs,
                seo);
    }
}
