package dev.galley.search;

import dev.galley.article.Article;
import dev.galley.article.ArticleReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of published articles, as the index reads them. */
final class Articles {
    private static final String REFERENCES = """
            select new dev.galley.article.ArticleReference(a.id, a.slug, a.title, a.publishedAt)
            from Article a where a.id in :ids""";

    private Articles() {}

    static boolean none() {
        return Article.getEntityManager()
                .createQuery("select a.id from Article a", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    static int count() {
        return Math.toIntExact(Article.count());
    }

    static List<Article> byIds(Collection<UUID> ids) {
        return Article.list("id in ?1", ids);
    }

    /** In the order of their ids, behind one of them. */
    static List<Article> behind(@Nullable UUID last, int limit) {
        return last == null
                ? Article.<Article>find("order by id").page(0, limit).list()
                : Article.<Article>find("id > ?1 order by id", last)
                        .page(0, limit)
                        .list();
    }

    /** Of those that are public now. */
    static Map<UUID, ArticleReference> references(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Article.getEntityManager()
                        .createQuery(REFERENCES, ArticleReference.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(ArticleReference::id, Function.identity()));
    }
}
