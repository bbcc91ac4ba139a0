package dev.galley.publishing;

import dev.galley.article.Article;
import dev.galley.article.ArticleBody;
import dev.galley.article.PublicSlug;
import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Measures;
import dev.galley.document.SeriesPlace;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.taxonomy.Series;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The seam between editors and readers: writes a document out as the rows that delivery reads, and takes them away
 * again, each time with its entry in the change log and in the caller's transaction.
 */
@ApplicationScoped
public class Publisher {
    private final Clock clock;

    Publisher(Clock clock) {
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void publish(Publication publication) {
        PublishingGate.check(publication.document());
        refuseTakenSlug(publication);
        Article article = Article.findById(publication.articleId());
        boolean first = article == null;
        if (article == null) {
            article = new Article();
            article.id = publication.articleId();
        }
        fill(article, publication);
        article.persistAndFlush();
        ArticleRows.write(publication.articleId(), publication.document());
        PublicSlug.point(article.slug, article.locale, article.id, clock.instant());
        log(first ? ChangeType.ARTICLE_PUBLISHED : ChangeType.ARTICLE_UPDATED, article);
    }

    /** Nothing where the article isn't public. */
    @Transactional(TxType.MANDATORY)
    public void unpublish(UUID articleId) {
        Article article = Article.findById(articleId);
        if (article != null) {
            // The rows of its parts and links go with it, by their foreign keys.
            article.delete();
            log(ChangeType.ARTICLE_UNPUBLISHED, article);
        }
    }

    private static void fill(Article article, Publication publication) {
        ArticleDocument document = publication.document();
        Measures measures = Measures.of(document);
        article.slug = document.slug();
        article.locale = document.locale();
        article.translationKey = document.translationKey();
        article.title = document.title();
        article.summary = document.summary();
        article.hero = document.hero();
        article.seo = document.seo();
        article.seriesId = seriesId(document.series());
        article.seriesPosition =
                document.series() == null ? null : document.series().position();
        article.body = new ArticleBody(document.lead(), document.sections(), document.takeaways(), document.faqs());
        article.publishedAt = publication.publishedAt();
        article.updatedAt = publication.updatedAt();
        article.version = publication.version();
        article.wordCount = measures.wordCount();
        article.readingMinutes = measures.readingMinutes();
    }

    private static @Nullable UUID seriesId(@Nullable SeriesPlace place) {
        return place == null
                ? null
                : Series.bySlug(place.slug()).map(series -> series.id).orElse(null);
    }

    /** A draft may have been renamed to a slug that another article gave up in its draft, but not yet in public. */
    private static void refuseTakenSlug(Publication publication) {
        ArticleDocument document = publication.document();
        Article holder = Article.find(
                        "slug = ?1 and locale = ?2 and id <> ?3",
                        document.slug(),
                        document.locale(),
                        publication.articleId())
                .firstResult();
        if (holder != null) {
            throw Problem.of(ProblemType.SLUG_TAKEN, "The slug \"" + holder.slug + "\" is public for another article.")
                    .with("holder", Map.of("id", holder.id, "slug", holder.slug, "title", holder.title));
        }
    }

    private void log(ChangeType type, Article article) {
        Instant now = clock.instant();
        Change.ofArticle(type, article.id, article.slug, article.locale, article.version, now);
    }
}
