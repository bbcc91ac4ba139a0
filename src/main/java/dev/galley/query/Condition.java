package dev.galley.query;

import java.util.List;

/**
 * One filter of a query, as asked for.
 *
 * @param name the filter's: {@code topic}
 * @param values texts, UUIDs, instants or whole numbers, as the filter has it; one with the operators that compare
 */
public record Condition(String name, Operator operator, List<?> values) {}
