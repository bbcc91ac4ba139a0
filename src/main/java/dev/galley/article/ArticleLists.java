package dev.galley.article;

import dev.galley.delivery.Dependencies;
import dev.galley.query.Cell;
import dev.galley.query.Conditions;
import dev.galley.query.ListQuery;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Row;
import dev.galley.query.RowQuery;
import dev.galley.query.RowQuery.Ordered;
import dev.galley.query.TextSearch;
import dev.galley.query.TextSearch.Hit;
import dev.galley.text.TextForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rows of lists of articles and of their parts. */
@ApplicationScoped
public class ArticleLists {
    private final LinkedTexts texts;
    private final TextSearch search;

    ArticleLists(LinkedTexts texts, TextSearch search) {
        this.texts = texts;
        this.search = search;
    }

    /** A page of parts, in the caller's transaction; {@code view} makes an item of a row, with what writes its texts. */
    public <T> Page<T> parts(
            PartGrammar grammar, PageRequest page, TextForm form, BiFunction<Row, UnaryOperator<String>, T> view) {
        ListQuery query = grammar.read(page);
        return page(grammar, query, grammar.cells(query.members())).map(rows -> {
            Texts written =
                    texts.of(rows.stream().map(row -> row.get(ArticleCells.ID)).toList(), form);
            return rows.stream()
                    .map(row -> view.apply(row, written.of(row.get(ArticleCells.ID))))
                    .toList();
        });
    }

    /** The ids of a page of articles, in the caller's transaction. */
    public Page<UUID> ids(PublishedGrammar grammar, PageRequest page) {
        return page(grammar, grammar.read(page), List.of(ArticleCells.ID))
                .map(rows -> rows.stream().map(row -> row.get(ArticleCells.ID)).toList());
    }

    /** In the caller's transaction; each row has {@code cells}, those that its query's members are made of. */
    Page<Row> page(PublishedGrammar grammar, ListQuery query, Collection<Cell<?>> cells) {
        return query.words() == null ? listed(grammar, query, cells) : found(grammar, query, cells);
    }

    /** Search says which ones, and in which order; what was withdrawn since it looked isn't there. */
    private Page<Row> found(PublishedGrammar grammar, ListQuery query, Collection<Cell<?>> cells) {
        Dependencies.search();
        return search.find(grammar.kind(), query).map(hits -> {
            if (hits.isEmpty()) {
                return List.of();
            }
            List<Cell<?>> read = new ArrayList<>(cells);
            read.add(grammar.item());
            Conditions conditions = grammar.conditions()
                    .and(
                            "a.id in :articles",
                            "articles",
                            hits.stream().map(Hit::articleId).toList())
                    .and(
                            grammar.item().expression() + " in :items",
                            "items",
                            hits.stream().map(Hit::id).toList());
            Map<Hit, Row> rows = new RowQuery(ArticleCells.FROM + grammar.join(), read, null, List.of())
                    .list(Article.getEntityManager(), conditions).stream()
                            .collect(Collectors.toMap(
                                    row -> new Hit(row.get(ArticleCells.ID), row.get(grammar.item())),
                                    Function.identity()));
            return hits.stream()
                    .flatMap(hit -> Stream.ofNullable(rows.get(hit)))
                    .toList();
        });
    }

    private static Page<Row> listed(PublishedGrammar grammar, ListQuery query, Collection<Cell<?>> cells) {
        Dependencies.list();
        Approach approach = Approach.to(query);
        List<Ordered> order = new ArrayList<>(approach.order(grammar.order(query)));
        order.addAll(grammar.inArticle());
        Conditions conditions =
                grammar.conditions(approach.query()).and(approach.conditions()).and(grammar.conditions());
        return new RowQuery(approach.from() + ArticleCells.SERIES + grammar.join(), cells, approach.constant(), order)
                .fetch(Article.getEntityManager(), conditions, query.page());
    }
}
