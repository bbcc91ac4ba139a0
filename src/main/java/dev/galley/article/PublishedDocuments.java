package dev.galley.article;

import static java.util.stream.Collectors.toMap;

import dev.galley.taxonomy.Series;
import dev.galley.text.TextForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes published articles documents again: as many statements for all of them as for one. */
@ApplicationScoped
public class PublishedDocuments {
    private final ArticleLinks links;
    private final LinkedTexts texts;

    PublishedDocuments(ArticleLinks links, LinkedTexts texts) {
        this.links = links;
        this.texts = texts;
    }

    public PublishedDocument of(Article article) {
        return of(Stream.of(article), List.of(article.id)).get(0);
    }

    /** In the order of the ids; what was withdrawn since they were found isn't there. */
    public List<PublishedDocument> of(List<UUID> ids) {
        Map<UUID, Article> articles = Article.<Article>list("id in ?1", ids).stream()
                .collect(toMap(article -> article.id, Function.identity()));
        return of(ids.stream().flatMap(id -> Stream.ofNullable(articles.get(id))), ids);
    }

    private List<PublishedDocument> of(Stream<Article> articles, List<UUID> ids) {
        List<Article> all = articles.toList();
        Relations relations = Relations.ofDocuments(ids);
        Map<UUID, Series> series = series(all.stream()
                .map(article -> article.seriesId)
                .filter(Objects::nonNull)
                .toList());
        Texts written = texts.of(ids, TextForm.MARKDOWN);
        return all.stream()
                .map(article -> PublishedDocument.of(
                        article,
                        relations,
                        article.seriesId == null ? null : series.get(article.seriesId),
                        links.of(article.id, article.slug, article.locale),
                        written.of(article.id)))
                .toList();
    }

    private static Map<UUID, Series> series(Collection<@Nullable UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Series.<Series>list("id in ?1", ids).stream().collect(toMap(one -> one.id, Function.identity()));
    }
}
