package dev.galley.publishing;

import dev.galley.article.Article;
import dev.galley.article.ArticleBody;
import dev.galley.article.PublicSlug;
import dev.galley.article.TitleOrder;
import dev.galley.change.Audience;
import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import dev.galley.change.ChangedArticle;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Measures;
import dev.galley.document.SeriesPlace;
import dev.galley.document.block.Code;
import dev.galley.document.block.Image;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.taxonomy.ArticleTopic;
import dev.galley.taxonomy.Series;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
        refuseWhatFails(publication);
        refuseTakenSlug(publication);
        Article article = Article.findById(publication.articleId());
        boolean first = article == null;
        if (article == null) {
            article = new Article();
        }
        Face before = first ? null : Face.of(article);
        Audience audienceBefore = first ? Audience.NOBODY : audience(article);
        fill(article, publication);
        article.persistAndFlush();
        ArticleRows.write(publication);
        PublicSlug.point(article.slug, article.locale, article.id, clock.instant());
        log(
                first ? ChangeType.ARTICLE_PUBLISHED : ChangeType.ARTICLE_UPDATED,
                article,
                audienceBefore.and(audience(article)));
        Face after = Face.of(article);
        if (!after.equals(before)) {
            logOnlookers(article.id, before == null ? Stream.of(after) : Stream.of(before, after));
        }
    }

    /** Nothing where the article isn't public. */
    @Transactional(TxType.MANDATORY)
    public void unpublish(UUID articleId) {
        Article article = Article.findById(articleId);
        if (article != null) {
            Audience audience = audience(article);
            // The rows of its parts and links go with it, by their foreign keys.
            article.delete();
            log(ChangeType.ARTICLE_UNPUBLISHED, article, audience);
            logOnlookers(articleId, Stream.of(Face.of(article)));
        }
    }

    /** What would be public; nothing is stored. */
    public static Article preview(Publication publication) {
        Article article = new Article();
        fill(article, publication);
        return article;
    }

    /** What other articles show of one. */
    private record Face(
            String slug, String locale, @Nullable String translationKey) {
        static Face of(Article article) {
            return new Face(article.slug, article.locale, article.translationKey);
        }
    }

    private static void refuseWhatFails(Publication publication) {
        CheckReport report = Checks.of(publication.document(), publication.around());
        if (!report.publishable()) {
            throw Problem.notPublishable(report.errors());
        }
    }

    private static void fill(Article article, Publication publication) {
        ArticleDocument document = publication.document();
        Measures measures = Measures.of(document);
        article.id = publication.articleId();
        article.slug = document.slug();
        article.locale = document.locale();
        article.translationKey = document.translationKey();
        article.title = document.title();
        article.titleKey = TitleOrder.key(document.title());
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
        article.hasCode = article.body.blocks().anyMatch(Code.class::isInstance);
        article.hasImages = article.body.blocks().anyMatch(Image.class::isInstance);
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

    /**
     * Their delivered form has changed with this article. They are looked for behind its own entry, which waits for
     * every publication under way: one that brings a new link to this article is either seen here or comes later.
     */
    private void logOnlookers(UUID articleId, Stream<Face> faces) {
        List<String> keys =
                faces.flatMap(face -> Stream.ofNullable(face.translationKey())).toList();
        Instant now = clock.instant();
        Onlookers.of(articleId, keys)
                .forEach((onlooker, audience) -> Change.ofArticle(ChangeType.ARTICLE_UPDATED, onlooker, audience, now));
    }

    private void log(ChangeType type, Article article, Audience audience) {
        ChangedArticle changed = new ChangedArticle(article.id, article.slug, article.locale, article.version);
        Change.ofArticle(type, changed, audience, clock.instant());
    }

    private static Audience audience(Article article) {
        return Audience.of(
                ArticleTopic.ofArticles(List.of(article.id)).stream().map(row -> row.topic.slug),
                Stream.of(article.locale));
    }
}
