package dev.galley.article;

import dev.galley.query.Cell;
import dev.galley.query.Condition;
import dev.galley.query.Conditions;
import dev.galley.query.ListQuery;
import dev.galley.query.Order;
import dev.galley.query.RowQuery.Ordered;
import dev.galley.taxonomy.Author;
import dev.galley.taxonomy.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the database gets at a list of articles. Lists by date of one topic, author or locale are read from an index that
 * has them in order, so that a page costs the same however many articles there are and however they lie in time.
 *
 * @param from up to the article, {@code a}
 * @param constant begins that index
 * @param publishedAt and {@code id} as that index has them
 * @param query without what is answered by that
 */
record Approach(
        String from,
        @Nullable Cell<?> constant,
        Cell<?> publishedAt,
        Cell<UUID> id,
        Conditions conditions,
        ListQuery query) {
    private static final String ARTICLES = "from Article a";
    private static final Order BY_DATE = new Order("publishedAt", true);

    static Approach to(ListQuery query) {
        boolean byDate =
                query.order().size() == 1 && query.order().get(0).name().equals(BY_DATE.name());
        return Optional.of(query)
                .filter(asked -> byDate)
                .flatMap(asked -> asked.single("topic")
                        .map(one -> through("ArticleTopic", "topic", one, Topic::ids, asked))
                        .or(() -> asked.single("author")
                                .map(one -> through("ArticleAuthor", "author", one, Author::ids, asked)))
                        .or(() -> asked.single("locale")
                                .map(one -> new Approach(
                                        ARTICLES,
                                        ArticleCells.LOCALE,
                                        ArticleCells.PUBLISHED_AT,
                                        ArticleCells.ID,
                                        new Conditions(),
                                        asked))))
                .orElseGet(() -> new Approach(
                        ARTICLES, null, ArticleCells.PUBLISHED_AT, ArticleCells.ID, new Conditions(), query));
    }

    private static Approach through(
            String link,
            String other,
            Condition one,
            Function<Collection<String>, Map<String, UUID>> ids,
            ListQuery query) {
        String constant = "d." + other + ".id";
        List<UUID> asked =
                List.copyOf(ids.apply(List.of((String) one.values().get(0))).values());
        return new Approach(
                "from " + link + " d join Article a on a.id = d.articleId",
                Cell.of(constant),
                Cell.of("d.publishedAt"),
                Cell.of("d.articleId"),
                asked.isEmpty()
                        ? new Conditions().and("1 = 0")
                        : new Conditions().and(constant + " = :it", "it", asked.get(0)),
                query.without(one));
    }

    List<Ordered> order(List<Ordered> order) {
        return order.stream()
                .map(key -> new Ordered(indexed(key.cell()), key.descending(), key.parse()))
                .toList();
    }

    private Cell<?> indexed(Cell<?> cell) {
        return cell.equals(ArticleCells.PUBLISHED_AT) ? publishedAt : cell.equals(ArticleCells.ID) ? id : cell;
    }
}
