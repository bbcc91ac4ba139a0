package dev.galley.article;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.galley.document.ArticleDocument;
import dev.galley.document.TopicKind;
import dev.galley.taxonomy.ArticleAuthor;
import dev.galley.taxonomy.ArticleTopic;
import dev.galley.taxonomy.AuthorView;
import dev.galley.taxonomy.TopicView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What belongs to articles and stands in other rows, read for all of them at once: a statement each, however many. */
public final class Relations {
    private final Map<UUID, List<TopicView>> topics;
    private final Map<UUID, List<AuthorView>> authors;
    private final Map<String, List<Translation>> translations;

    private Relations(
            Map<UUID, List<TopicView>> topics,
            Map<UUID, List<AuthorView>> authors,
            Collection<String> translationKeys) {
        this.topics = topics;
        this.authors = authors;
        this.translations = translationKeys.isEmpty() ? Map.of() : translations(translationKeys);
    }

    /** Those that the members of an answer show; {@code rows} have their translation keys where these do. */
    static Relations of(List<ArticleRow> rows, Set<String> members) {
        List<UUID> ids = rows.stream().map(ArticleRow::id).toList();
        return new Relations(
                members.contains("topics") ? topics(ids) : Map.of(),
                members.contains("authors") ? authors(ids) : Map.of(),
                rows.stream()
                        .map(ArticleRow::translationKey)
                        .filter(key -> key != null && members.contains("translations"))
                        .distinct()
                        .toList());
    }

    /** All that there are but translations, which a document doesn't have. */
    static Relations ofDocuments(List<UUID> articles) {
        return new Relations(topics(articles), authors(articles), List.of());
    }

    private static Map<UUID, List<TopicView>> topics(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : ArticleTopic.ofArticles(ids).stream()
                        .collect(groupingBy(l -> l.articleId, mapping(l -> TopicView.of(l.topic), toList())));
    }

    private static Map<UUID, List<AuthorView>> authors(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : ArticleAuthor.ofArticles(ids).stream()
                        .collect(groupingBy(l -> l.articleId, mapping(l -> AuthorView.of(l.author), toList())));
    }

    /** Of an article that isn't stored: what its document names. */
    public static Relations of(Article article, ArticleDocument document) {
        List<TopicView> topics = document.topics().stream()
                .map(topic -> new TopicView(
                        topic.slug(),
                        Objects.requireNonNullElse(topic.name(), topic.slug()),
                        Objects.requireNonNullElse(topic.kind(), TopicKind.CONCEPT)))
                .toList();
        List<AuthorView> authors = document.authors().stream()
                .map(author -> new AuthorView(
                        author.slug(), Objects.requireNonNullElse(author.name(), author.slug()), author.url()))
                .toList();
        List<String> keys = article.translationKey == null ? List.of() : List.of(article.translationKey);
        return new Relations(Map.of(article.id, topics), Map.of(article.id, authors), keys);
    }

    List<TopicView> topics(UUID article) {
        return topics.getOrDefault(article, List.of());
    }

    List<AuthorView> authors(UUID article) {
        return authors.getOrDefault(article, List.of());
    }

    /** The others of the same key. */
    List<Translation> translations(@Nullable String key, String ownLocale) {
        return key == null
                ? List.of()
                : translations.getOrDefault(key, List.of()).stream()
                        .filter(translation -> !translation.locale().equals(ownLocale))
                        .toList();
    }

    /** A row of what is published in some language. */
    record KeyedTranslation(String key, String locale, String slug) {}

    private static Map<String, List<Translation>> translations(Collection<String> keys) {
        return Article.getEntityManager()
                .createQuery(
                        "select new dev.galley.article.Relations$KeyedTranslation(a.translationKey, a.locale, a.slug)"
                                + " from Article a where a.translationKey in :keys order by a.locale, a.id",
                        KeyedTranslation.class)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(groupingBy(
                        KeyedTranslation::key, mapping(k -> new Translation(k.locale(), k.slug()), toList())));
    }
}
