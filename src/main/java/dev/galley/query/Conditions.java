package dev.galley.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The where clause of a list, collected condition by condition. All text is ours; values are bound. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Conditions copy() {
        Conditions copy = new Conditions();
        copy.conditions.addAll(conditions);
        copy.values.putAll(values);
        return copy;
    }

    public Conditions and(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    /** All of the others', which bind other names. */
    public Conditions and(Conditions others) {
        conditions.addAll(others.conditions);
        values.putAll(others.values);
        return this;
    }

    /** {@code condition} names the value as {@code :name}. */
    public Conditions and(String condition, String name, Object value) {
        values.put(name, value);
        return and(condition);
    }

    /** Binds a value under a name of its own, and gives what stands for it in a condition. */
    public String value(Object value) {
        String name = "value" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** One more value that a condition names. */
    public Conditions bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }
}
