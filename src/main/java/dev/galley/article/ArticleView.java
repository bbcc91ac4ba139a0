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
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole published article; {@code related} is there where it was asked for. */
@Schema(name = "Article")
public record ArticleView(
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
        List<Block> lead,
        List<SectionView> sections,
        List<Takeaway> takeaways,
        List<Faq> faqs,
        Seo seo,
        List<Translation> translations,
        @Nullable Fallback fallback,
        ArticleLinks.View links,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RelatedArticle> related) {
    public static ArticleView of(
            ArticleRow article,
            Relations relations,
            @Nullable Fallback fallback,
            ArticleLinks.View links,
            UnaryOperator<String> texts,
            @Nullable List<RelatedArticle> related) {
        ArticleBody body = article.body();
        return new ArticleView(
                article.id(),
                article.slug(),
                article.locale(),
                article.title(),
                article.summary(),
                relations.authors(article.id()),
                relations.topics(article.id()),
                article.series(),
                hero(article.hero(), texts),
                article.publishedAt(),
                article.updatedAt(),
                article.version(),
                article.wordCount(),
                article.readingMinutes(),
                Blocks.mapText(body.lead(), texts),
                SectionView.of(body.sections(), 1, texts),
                takeaways(body.takeaways(), texts),
                faqs(body.faqs(), texts),
                article.seo(),
                relations.translations(article.translationKey(), article.locale()),
                fallback,
                links,
                related);
    }

    public static List<Takeaway> takeaways(List<Takeaway> takeaways, UnaryOperator<String> texts) {
        return takeaways.stream()
                .map(takeaway -> new Takeaway(takeaway.id(), texts.apply(takeaway.text())))
                .toList();
    }

    public static List<Faq> faqs(List<Faq> faqs, UnaryOperator<String> texts) {
        return faqs.stream()
                .map(faq -> faq.withAnswer(Blocks.mapText(faq.answer(), texts)))
                .toList();
    }

    static @Nullable Hero hero(@Nullable Hero hero, UnaryOperator<String> texts) {
        return hero == null || hero.caption() == null ? hero : hero.withCaption(texts.apply(hero.caption()));
    }
}
