package dev.galley.query;

import dev.galley.platform.DeclaredParameter;
import dev.galley.platform.DeclaredParameter.Type;
import dev.galley.platform.DeclaredParameters;
import dev.galley.platform.InputError;
import dev.galley.platform.Nearest;
import dev.galley.platform.Problem;
import dev.galley.query.RowQuery.Ordered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one list can be asked: the only names there are, what their values are, and what each means to the database.
 * Of a request nothing else reaches a query than values, bound.
 */
public abstract class Grammar implements DeclaredParameters {
    private static final String SORT = "sort";
    private static final String INCLUDE = "include";
    private static final String WORDS = "q";
    private static final int MOST_SORT_KEYS = 3;
    private static final int MOST_WORDS_LENGTH = 200;

    private final Class<?> view;
    private final Cell<UUID> id;
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, SortKey> sorts = new LinkedHashMap<>();
    private final Set<String> onDemand = new LinkedHashSet<>();
    private final List<DeclaredParameter> others = new ArrayList<>();
    private boolean takesWords;
    private @Nullable FoldedWords folded;

    /**
     * @param view the record of an item
     * @param id decides between what is equal in the order asked for
     */
    protected Grammar(Class<?> view, Cell<UUID> id) {
        this.view = view;
        this.id = id;
    }

    /** The order where none is asked for. */
    protected abstract Order standardOrder();

    protected void add(Filter filter) {
        filters.put(filter.name(), filter);
    }

    protected void add(SortKey key) {
        sorts.put(key.name(), key);
    }

    /** Members of an item that are there only where they are named. */
    protected void onDemand(Collection<String> members) {
        onDemand.addAll(members);
    }

    /** Words can be looked for too, by somebody who knows better than the database where they are. */
    protected void takesWords(String description) {
        takesWords = true;
        add(SortKey.relevance());
        others.add(DeclaredParameter.of(WORDS, Type.TEXT, description, "cache headers"));
    }

    /** Words can be looked for too, by the database. */
    protected void takesWords(String description, FoldedWords folded) {
        takesWords(description);
        this.folded = folded;
    }

    @Override
    public List<DeclaredParameter> parameters() {
        List<DeclaredParameter> parameters = new ArrayList<>();
        filters.values().forEach(filter -> parameters.addAll(filter.parameters()));
        parameters.addAll(others);
        parameters.add(new DeclaredParameter(
                SORT,
                Type.LIST,
                "Up to three keys, the weightiest first; - before one for descending. " + written(standardOrder())
                        + " unless asked" + (takesWords ? ", or with q relevance" : "")
                        + (folded == null ? "" : " and within it " + written(standardOrder()))
                        + ". The id breaks ties, in the direction of the last key.",
                written(standardOrder()),
                sorts.keySet().stream()
                        .flatMap(name -> Stream.of(name, "-" + name))
                        .toList()));
        parameters.add(DeclaredParameter.of(
                Fields.PARAMETER,
                Type.LIST,
                Fields.DESCRIPTION,
                Members.of(view).names().stream()
                        .limit(2)
                        .reduce((a, b) -> a + "," + b)
                        .orElse(null)));
        if (!onDemand.isEmpty()) {
            parameters.add(new DeclaredParameter(
                    INCLUDE,
                    Type.LIST,
                    "Members that items have only where they are asked for.",
                    null,
                    List.copyOf(onDemand)));
        }
        return parameters;
    }

    /** What the current request asks of this list. */
    public ListQuery read(PageRequest page) {
        Map<String, String> given = page.parameters();
        List<Condition> conditions = filters.values().stream()
                .flatMap(filter -> filter.read(given).stream())
                .toList();
        String words = takesWords ? words(given.get(WORDS)) : null;
        Set<String> included = given.containsKey(INCLUDE) ? included(given.get(INCLUDE)) : Set.of();
        Set<String> members = Fields.shown(given.get(Fields.PARAMETER), view, onDemand, included);
        return new ListQuery(conditions, words, order(given.get(SORT), words != null), members, page);
    }

    /** What the filters say, and the words where the database looks for them, for the where clause. */
    public Conditions conditions(ListQuery query) {
        Conditions where = new Conditions();
        query.conditions().forEach(condition -> filter(condition).addTo(where, condition));
        if (folded != null && query.words() != null) {
            folded.addTo(where, query.words());
        }
        return where;
    }

    private Filter filter(Condition condition) {
        Filter filter = filters.get(condition.name());
        if (filter == null) {
            throw new IllegalArgumentException(condition.name());
        }
        return filter;
    }

    /** The keys asked for, then the id. */
    public List<Ordered> order(ListQuery query) {
        List<Ordered> order = new ArrayList<>();
        boolean descending = false;
        for (Order asked : query.order()) {
            SortKey key = sorts.get(asked.name());
            descending = asked.descending();
            if (key != null && key.cell() != null) {
                order.add(new Ordered(key.cell(), descending, key.parse()));
            } else if (folded != null && query.words() != null) {
                order.add(new Ordered(folded.fit(query.words()), descending, Integer::valueOf));
            }
        }
        order.add(new Ordered(id, descending, UUID::fromString));
        return order;
    }

    /** Nothing but spaces asks for nothing. */
    private static @Nullable String words(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.codePointCount(0, q.length()) > MOST_WORDS_LENGTH) {
            throw Problem.parameter(
                    WORDS,
                    InputError.TOO_LONG,
                    "The parameter \"q\" may have at most " + MOST_WORDS_LENGTH + " characters.");
        }
        return q;
    }

    private Set<String> included(String value) {
        Set<String> included = new LinkedHashSet<>();
        Parameters.list(INCLUDE, value).forEach(name -> included.add(Parameters.oneOf(INCLUDE, name, onDemand)));
        return included;
    }

    private List<Order> order(@Nullable String value, boolean hasWords) {
        List<Order> order = value != null
                ? asked(value, hasWords)
                : List.of(hasWords ? new Order(Order.RELEVANCE, true) : standardOrder());
        boolean byFit = order.get(order.size() - 1).name().equals(Order.RELEVANCE);
        return byFit && folded != null ? withStandardOrder(order) : order;
    }

    /** To the database many rows fit alike. */
    private List<Order> withStandardOrder(List<Order> order) {
        Order last = standardOrder();
        boolean there = order.stream().anyMatch(key -> key.name().equals(last.name()));
        return there ? order : Stream.concat(order.stream(), Stream.of(last)).toList();
    }

    private List<Order> asked(String value, boolean hasWords) {
        List<Order> order = Parameters.list(SORT, value).stream()
                .map(key -> key(key, hasWords))
                .toList();
        if (order.size() > MOST_SORT_KEYS) {
            throw Problem.parameter(SORT, InputError.TOO_MANY, "At most " + MOST_SORT_KEYS + " keys.");
        }
        if (order.stream().map(Order::name).distinct().count() < order.size()) {
            throw Problem.parameter(SORT, InputError.DUPLICATE, "One of the keys stands more than once.");
        }
        return order;
    }

    private Order key(String text, boolean hasWords) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        if (!sorts.containsKey(name)) {
            throw Problem.parameter(
                    SORT,
                    InputError.INVALID,
                    "This can't be sorted by \"" + name + "\"." + Nearest.hint(name, sorts.keySet()) + " Known are: "
                            + String.join(", ", sorts.keySet()) + ", each with - before it for descending.");
        }
        if (name.equals(Order.RELEVANCE)) {
            if (!hasWords) {
                throw Problem.parameter(
                        SORT, InputError.INVALID, "To sort by relevance, say with q what is looked for.");
            }
            // The best first either way: nobody looks for what fits worst.
            return new Order(name, true);
        }
        return new Order(name, descending);
    }

    private static String written(Order order) {
        return (order.descending() ? "-" : "") + order.name();
    }
}
