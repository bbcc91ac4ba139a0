package dev.galley.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.galley.document.Faq;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.taxonomy.AuthorView;
import dev.galley.taxonomy.TopicView;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A published article in a list: without its text, unless that was asked for. */
public record ArticleSummary(
        UUID id,
        String slug,
        String locale,
        String title,
        @Nullable String summary,
        List<AuthorView> authors,
        List<TopicView> topics,
        @Nullable SeriesPlace series,
        @Nullable Hero hero,
        Instant publishedAt,
        Instant updatedAt,
        long version,
        int wordCount,
        int readingMinutes,
        Seo seo,
        List<Translation> translations,
        @Nullable Fallback fallback,
        ArticleLinks.View links,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Block> lead,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SectionView> sections,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Takeaway> takeaways,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Faq> faqs) {
    /** Members that lists have on demand. */
    static final List<String> ON_DEMAND = List.of("lead", "sections", "takeaways", "faqs");

    static ArticleSummary of(
            ArticleRow row,
            Relations relations,
            ArticleLinks.View links,
            UnaryOperator<String> texts,
            Set<String> members) {
        ArticleBody body = row.body();
        return new ArticleSummary(
                row.id(),
                row.slug(),
                row.locale(),
                row.title(),
                row.summary(),
                relations.authors(row.id()),
                relations.topics(row.id()),
                row.series(),
                ArticleView.hero(row.hero(), texts),
                row.publishedAt(),
                row.updatedAt(),
                row.version(),
                row.wordCount(),
                row.readingMinutes(),
                row.seo(),
                relations.translations(row.translationKey(), row.locale()),
                null,
                links,
                members.contains("lead") ? Blocks.mapText(body.lead(), texts) : null,
                members.contains("sections") ? SectionView.of(body.sections(), 1, texts) : null,
                members.contains("takeaways") ? ArticleView.takeaways(body.takeaways(), texts) : null,
                members.contains("faqs") ? ArticleView.faqs(body.faqs(), texts) : null);
    }
}
