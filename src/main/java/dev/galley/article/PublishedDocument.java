package dev.galley.article;

import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.SeriesPlace;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Blocks;
import dev.galley.taxonomy.Series;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A published article as a document again, for everything that turns documents into something else. */
public record PublishedDocument(
        UUID id,
        ArticleDocument document,
        Instant publishedAt,
        Instant updatedAt,
        int wordCount,
        ArticleLinks.View links) {
    static PublishedDocument of(
            Article article,
            Relations relations,
            @Nullable Series series,
            ArticleLinks.View links,
            UnaryOperator<String> texts) {
        ArticleDocument document = new ArticleDocument(
                article.slug,
                article.locale,
                article.translationKey,
                article.title,
                article.summary,
                relations.authors(article.id).stream()
                        .map(author -> new AuthorRef(author.slug(), author.name(), author.url()))
                        .toList(),
                relations.topics(article.id).stream()
                        .map(topic -> new TopicRef(topic.slug(), topic.name(), topic.kind()))
                        .toList(),
                series == null ? null : new SeriesPlace(series.slug, series.title, article.seriesPosition),
                ArticleView.hero(article.hero, texts),
                article.body.lead(),
                article.body.sections(),
                ArticleView.takeaways(article.body.takeaways(), texts),
                article.body.faqs(),
                article.seo);
        return new PublishedDocument(
                article.id,
                document.mapBlockLists(blocks -> Blocks.mapText(blocks, texts)),
                article.publishedAt,
                article.updatedAt,
                article.wordCount,
                links);
    }
}
