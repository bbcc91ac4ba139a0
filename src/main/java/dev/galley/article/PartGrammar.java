package dev.galley.article;

import dev.galley.query.Cell;
import dev.galley.query.Conditions;
import dev.galley.query.Filter;
import dev.galley.query.RowQuery.Ordered;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a list of parts across articles can be asked. The part is {@code p} in its queries. */
public abstract class PartGrammar extends PublishedGrammar {
    private static final Cell<UUID> ID = Cell.of("p.id");
    private static final Cell<Integer> POSITION = Cell.of("p.position");

    private final String entity;
    private final Map<String, Cell<?>> byMember;

    /**
     * @param entity the name of the part's rows
     * @param byMember what its members are made of
     */
    protected PartGrammar(Class<?> view, String entity, Map<String, Cell<?>> byMember) {
        super(view);
        this.entity = entity;
        this.byMember = byMember;
        add(Filter.slugsOrIds("article", "articles", ArticleCells.SLUG, ArticleCells.ID));
    }

    /** What is to be read of a part of which these members are shown. */
    Set<Cell<?>> cells(Set<String> members) {
        Set<Cell<?>> cells = new LinkedHashSet<>();
        cells.add(ArticleCells.ID);
        members.stream()
                .flatMap(member -> Stream.ofNullable(byMember.get(member)))
                .forEach(cells::add);
        if (members.contains("article")) {
            cells.addAll(ArticleCells.REFERENCE);
        }
        return cells;
    }

    @Override
    protected Cell<UUID> item() {
        return ID;
    }

    /** An outer join leaves the article in front: H2 begins an inner one with the parts, and sorts all of them. */
    @Override
    protected String join() {
        return " left join " + entity + " p on p.articleId = a.id";
    }

    @Override
    protected Conditions conditions() {
        return new Conditions().and("p.id is not null");
    }

    @Override
    protected List<Ordered> inArticle() {
        return List.of(new Ordered(POSITION, false, Integer::valueOf));
    }
}
