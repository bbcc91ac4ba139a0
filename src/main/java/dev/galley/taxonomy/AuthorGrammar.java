package dev.galley.taxonomy;

import dev.galley.query.Cell;
import dev.galley.query.Conditions;
import dev.galley.query.Filter;
import dev.galley.query.Grammar;
import dev.galley.query.ListQuery;
import dev.galley.query.Order;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Parameters;
import dev.galley.query.RowQuery;
import dev.galley.query.SortKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What lists of authors can be asked, and what they read. The author is {@code t} in their queries. */
public final class AuthorGrammar extends Grammar {
    static final Cell<String> SLUG = Cell.of("t.slug");
    static final Cell<String> NAME = Cell.of("t.name");
    static final Cell<String> URL = Cell.of("t.url");
    static final Cell<Long> ARTICLE_COUNT = Cell.of("(select count(*) from ArticleAuthor l where l.author.id = t.id)");

    private static final Cell<UUID> ID = Cell.of("t.id");
    private static final Map<String, Cell<?>> BY_MEMBER = Map.of(
            "slug", SLUG,
            "name", NAME,
            "url", URL,
            "articleCount", ARTICLE_COUNT);

    public AuthorGrammar() {
        super(AuthorDetail.class, ID);
        add(Filter.anyOf("slug", "slugs", "t.slug in %s", Parameters::slug));
        add(SortKey.text("slug", SLUG));
        add(SortKey.count("articleCount", ARTICLE_COUNT));
    }

    @Override
    protected Order standardOrder() {
        return new Order("slug", false);
    }

    /** {@code which} says which authors there are for the caller. */
    Page<AuthorDetail> page(PageRequest request, Conditions which) {
        ListQuery query = read(request);
        return new RowQuery("from Author t", cells(query.members()), null, order(query))
                .fetch(Author.getEntityManager(), conditions(query).and(which), request)
                .map(rows -> rows.stream().map(AuthorDetail::of).toList());
    }

    private static List<Cell<?>> cells(Set<String> members) {
        return members.stream()
                .flatMap(member -> Stream.<Cell<?>>ofNullable(BY_MEMBER.get(member)))
                .toList();
    }
}
