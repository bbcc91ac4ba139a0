package dev.galley.publishing;

import dev.galley.article.Article;
import dev.galley.article.PublicSlug;
import dev.galley.change.Audience;
import dev.galley.change.ChangedArticle;
import dev.galley.taxonomy.ArticleTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The other published articles whose delivered form shows whether an article is public, and under which slug: those that
 * link to it, and its translations.
 */
final class Onlookers {
    private static final String LINKED = """
            select distinct new dev.galley.change.ChangedArticle(a.id, a.slug, a.locale, a.version)
            from OutgoingLink l join Article a on a.id = l.articleId
            where l.target in :names and a.id <> :article""";

    private static final String TRANSLATED = """
            select new dev.galley.change.ChangedArticle(a.id, a.slug, a.locale, a.version)
            from Article a where a.translationKey in :keys and a.id <> :article""";

    private Onlookers() {}

    /** {@code keys} are the translation keys that the article has and had. In the order of their ids. */
    static Map<ChangedArticle, Audience> of(UUID article, Collection<String> keys) {
        List<ChangedArticle> onlookers = new ArrayList<>(Article.getEntityManager()
                .createQuery(LINKED, ChangedArticle.class)
                .setParameter("names", names(article))
                .setParameter("article", article)
                .getResultList());
        if (!keys.isEmpty()) {
            onlookers.addAll(Article.getEntityManager()
                    .createQuery(TRANSLATED, ChangedArticle.class)
                    .setParameter("keys", keys)
                    .setParameter("article", article)
                    .getResultList());
        }
        return withAudiences(onlookers);
    }

    private static Map<ChangedArticle, Audience> withAudiences(List<ChangedArticle> articles) {
        Map<UUID, List<ArticleTopic>> topics = articles.isEmpty()
                ? Map.of()
                : ArticleTopic.ofArticles(
                                articles.stream().map(ChangedArticle::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(row -> row.articleId));
        Map<ChangedArticle, Audience> audiences = new TreeMap<>(Comparator.comparing(ChangedArticle::id));
        articles.forEach(article -> audiences.put(
                article,
                Audience.of(
                        topics.getOrDefault(article.id(), List.of()).stream().map(row -> row.topic.slug),
                        Stream.of(article.locale()))));
        return audiences;
    }

    /** Its id, and each slug that it has or had: a link by an old one leads there too. */
    private static List<String> names(UUID article) {
        return Stream.concat(Stream.of(article.toString()), PublicSlug.slugsOf(article).stream())
                .collect(Collectors.toList());
    }
}
