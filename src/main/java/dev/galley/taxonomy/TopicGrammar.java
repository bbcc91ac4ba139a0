package dev.galley.taxonomy;

import dev.galley.document.TopicKind;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lists of topics can be asked, and what they read. The topic is {@code t} in their queries. */
public final class TopicGrammar extends Grammar {
    static final Cell<String> SLUG = Cell.of("t.slug");
    static final Cell<String> NAME = Cell.of("t.name");
    static final Cell<TopicKind> KIND = Cell.of("t.kind");
    static final Cell<String> DESCRIPTION = Cell.of("t.description");
    static final Cell<List<String>> SAME_AS = Cell.of("t.sameAs");
    static final Cell<Long> ARTICLE_COUNT = Cell.of("(select count(*) from ArticleTopic l where l.topic.id = t.id)");

    private static final Cell<UUID> ID = Cell.of("t.id");
    private static final Map<String, Cell<?>> BY_MEMBER = Map.of(
            "slug", SLUG,
            "name", NAME,
            "kind", KIND,
            "description", DESCRIPTION,
            "sameAs", SAME_AS,
            "articleCount", ARTICLE_COUNT);

    public TopicGrammar() {
        super(TopicDetail.class, ID);
        add(Filter.anyOf("slug", "slugs", "t.slug in %s", Parameters::slug).example("http-caching"));
        add(Filter.oneOf("kind", "kinds", KIND, kinds()));
        add(SortKey.text("slug", SLUG));
        add(SortKey.count("articleCount", ARTICLE_COUNT));
    }

    private static Map<String, TopicKind> kinds() {
        return Stream.of(TopicKind.values())
                .collect(Collectors.toMap(
                        kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind, (a, b) -> a, TreeMap::new));
    }

    @Override
    protected Order standardOrder() {
        return new Order("slug", false);
    }

    /** {@code which} says which topics there are for the caller. */
    Page<TopicDetail> page(PageRequest request, Conditions which) {
        ListQuery query = read(request);
        return new RowQuery("from Topic t", cells(query.members()), null, order(query))
                .fetch(Topic.getEntityManager(), conditions(query).and(which), request)
                .map(rows -> rows.stream().map(TopicDetail::of).toList());
    }

    private static List<Cell<?>> cells(Set<String> members) {
        return members.stream()
                .flatMap(member -> Stream.<Cell<?>>ofNullable(BY_MEMBER.get(member)))
                .toList();
    }
}
