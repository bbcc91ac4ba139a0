package dev.galley.query;

import dev.galley.platform.DeclaredParameter;
import dev.galley.platform.DeclaredParameter.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a list: its name, its operators, what its values are, and how the database is asked. All HQL is ours; of a
 * request there are bound values in it only.
 */
public final class Filter {
    /** Makes a value of a text, or throws a problem that names the parameter. */
    public interface Parse {
        Object value(String parameter, String text);
    }

    /** Adds to a where clause what a condition says. */
    public interface Hql {
        void add(Conditions where, Condition condition);
    }

    private final String name;
    private final Type type;
    private final Parse parse;
    private final Hql hql;
    private final Map<Operator, String> descriptions = new LinkedHashMap<>();
    private List<String> values = List.of();
    private @Nullable String example;

    private Filter(String name, Type type, Parse parse, Hql hql) {
        this.name = name;
        this.type = type;
        this.parse = parse;
        this.hql = hql;
    }

    /**
     * {@code x=a,b} and {@code x[not]=a,b}.
     *
     * @param what in the plural, to describe it
     * @param any the condition that one of the values holds, with %s where they go
     */
    public static Filter anyOf(String name, String what, String any, Parse parse) {
        return new Filter(
                        name,
                        Type.LIST,
                        parse,
                        (where, condition) ->
                                where.and(not(condition) + "(" + any.formatted(where.value(condition.values())) + ")"))
                .takes(Operator.ANY, "Any of these " + what + ", comma separated.")
                .takes(Operator.NOT, "None of these " + what + ".");
    }

    /**
     * {@code x=a,b}, {@code x[all]=a,b} and {@code x[not]=a,b} on what a row has several of, named by slugs.
     *
     * @param exists the condition that a row has one of them, with %s where their ids go
     * @param ids of slugs; looked up before, so that the database can tell how many rows there will be
     */
    public static Filter related(
            String name, String what, String exists, Function<Collection<String>, Map<String, ?>> ids) {
        return new Filter(name, Type.LIST, Parameters::slug, (where, condition) -> {
                    List<String> slugs =
                            condition.values().stream().map(String.class::cast).toList();
                    Map<String, ?> known = ids.apply(slugs);
                    if (condition.operator() == Operator.ALL) {
                        slugs.forEach(slug -> where.and(exists.formatted(
                                where.value(known.containsKey(slug) ? List.of(known.get(slug)) : List.of()))));
                    } else {
                        where.and(not(condition) + exists.formatted(where.value(List.copyOf(known.values()))));
                    }
                })
                .takes(Operator.ANY, "Any of these " + what + ", by slug, comma separated.")
                .takes(Operator.ALL, "Every one of these " + what + ".")
                .takes(Operator.NOT, "None of these " + what + ".");
    }

    /** The same where rows name by slugs what they have; those go where %s stands. */
    public static Filter related(String name, String what, String exists) {
        return related(
                name, what, exists, slugs -> slugs.stream().collect(Collectors.toMap(slug -> slug, slug -> slug)));
    }

    /** {@code x=a,b} and {@code x[not]=a,b} with slugs, ids or both. */
    public static Filter slugsOrIds(String name, String what, Cell<String> slug, Cell<UUID> id) {
        return new Filter(name, Type.LIST, Parameters::slugOrId, (where, condition) -> {
                    List<?> ids = condition.values().stream()
                            .filter(UUID.class::isInstance)
                            .toList();
                    List<?> slugs = condition.values().stream()
                            .filter(String.class::isInstance)
                            .toList();
                    where.and(not(condition) + "(" + id.expression() + " in " + where.value(ids) + " or "
                            + slug.expression() + " in " + where.value(slugs) + ")");
                })
                .takes(Operator.ANY, "Any of these " + what + ", by slug or id, comma separated.")
                .takes(Operator.NOT, "None of these " + what + ".");
    }

    /** {@code x[gte]=} and the like on a time. */
    public static Filter times(String name, Cell<?> cell) {
        return range(name, Type.TIME, cell, Parameters::time)
                .takes(Operator.GT, "Later than this; a date alone is its first instant in UTC.")
                .takes(Operator.GTE, "At this time or later.")
                .takes(Operator.LT, "Before this.")
                .takes(Operator.LTE, "At this time or before.")
                .example("2026-01-01");
    }

    /** {@code x[gte]=} and the like on a number. */
    public static Filter numbers(String name, Cell<?> cell) {
        return range(name, Type.INTEGER, cell, Parameters::number)
                .takes(Operator.GT, "More than this.")
                .takes(Operator.GTE, "This or more.")
                .takes(Operator.LT, "Less than this.")
                .takes(Operator.LTE, "This or less.")
                .example("500");
    }

    private static Filter range(String name, Type type, Cell<?> cell, Parse parse) {
        return new Filter(
                name,
                type,
                parse,
                (where, condition) -> where.and(cell.expression()
                        + sign(condition.operator())
                        + where.value(condition.values().get(0))));
    }

    /** {@code x=a,b}: each of these conditions must hold. */
    public static Filter flags(String name, String description, Map<String, String> conditions) {
        Filter filter = new Filter(
                        name,
                        Type.LIST,
                        (parameter, value) -> Parameters.oneOf(parameter, value, conditions.keySet()),
                        (where, condition) ->
                                condition.values().forEach(value -> where.and(String.valueOf(conditions.get(value)))))
                .takes(Operator.ANY, description);
        filter.values = List.copyOf(conditions.keySet());
        return filter;
    }

    /** One of a few words, each with what it is in the database. */
    public static Filter oneOf(String name, String what, Cell<?> cell, Map<String, ?> words) {
        Filter filter = anyOf(
                name,
                what,
                cell.expression() + " in %s",
                (parameter, value) -> mapped(words, Parameters.oneOf(parameter, value, words.keySet())));
        filter.values = List.copyOf(words.keySet());
        return filter;
    }

    private static Object mapped(Map<String, ?> words, String word) {
        Object value = words.get(word);
        return value == null ? word : value;
    }

    public Filter example(String example) {
        this.example = example;
        return this;
    }

    private Filter takes(Operator operator, String description) {
        descriptions.put(operator, description);
        return this;
    }

    private static String not(Condition condition) {
        return condition.operator() == Operator.NOT ? "not " : "";
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case GT -> " > ";
            case GTE -> " >= ";
            case LT -> " < ";
            case LTE -> " <= ";
            case ANY, ALL, NOT -> throw new IllegalArgumentException(operator + " does not compare");
        };
    }

    String name() {
        return name;
    }

    List<DeclaredParameter> parameters() {
        List<DeclaredParameter> parameters = new ArrayList<>();
        descriptions.forEach((operator, description) ->
                parameters.add(new DeclaredParameter(name + operator.suffix(), type, description, example, values)));
        return parameters;
    }

    /** Those conditions that a query string has on it. */
    List<Condition> read(Map<String, String> given) {
        List<Condition> conditions = new ArrayList<>();
        for (Operator operator : descriptions.keySet()) {
            String parameter = name + operator.suffix();
            String value = given.get(parameter);
            if (value != null) {
                conditions.add(new Condition(name, operator, values(parameter, value)));
            }
        }
        return conditions;
    }

    private List<?> values(String parameter, String value) {
        List<String> texts = type == Type.LIST ? Parameters.list(parameter, value) : List.of(value);
        return texts.stream()
                .map(text -> parse.value(parameter, text))
                .distinct()
                .toList();
    }

    void addTo(Conditions where, Condition condition) {
        hql.add(where, condition);
    }
}
