package dev.galley.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.platform.CurrentRequest;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Nearest;
import dev.galley.platform.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which members of an answer are wanted: those that {@code fields=} names, dotted for nested ones. */
public final class Fields {
    public static final String PARAMETER = "fields";

    /** What callers are told of it. */
    public static final String DESCRIPTION = "Members that are wanted, dotted for nested ones; no others are there.";

    private static final int MOST = 100;
    private static final String ASKED = Fields.class.getName();

    /** Empty where all are wanted. */
    private final Map<String, Fields> members = new LinkedHashMap<>();

    private Fields() {}

    /**
     * What the current request shows of its answer, which {@link FieldsFilter} cuts to that.
     *
     * @param value of {@code fields}
     * @param view the record that is answered, or listed
     * @param onDemand its members that are there only where they are named, in {@code value} or among {@code included}
     * @return the names of the view's own members that are to be made
     */
    public static Set<String> shown(
            @Nullable String value, Class<?> view, Collection<String> onDemand, Collection<String> included) {
        Set<String> shown = new LinkedHashSet<>(included);
        if (value == null) {
            Members.of(view).names().stream()
                    .filter(name -> !onDemand.contains(name))
                    .forEach(shown::add);
            return shown;
        }
        Fields fields = new Fields();
        Parameters.list(PARAMETER, value, MOST).forEach(path -> fields.add(path, Members.of(view)));
        included.forEach(name -> fields.members.put(name, new Fields()));
        CurrentRequest.get().ifPresent(request -> request.put(ASKED, fields));
        return fields.members.keySet();
    }

    /** The same of a view that has all its members anyway. */
    public static Set<String> shown(@Nullable String value, Class<?> view) {
        return shown(value, view, List.of(), List.of());
    }

    /** Where the current request has named any. */
    static Optional<Fields> ofCurrentRequest() {
        return CurrentRequest.get().map(request -> request.<Fields>get(ASKED));
    }

    /** {@code a.b} where {@code a} is wanted whole already changes nothing. */
    private void add(String path, Members valid) {
        Fields at = this;
        Members members = valid;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            if (!members.names().contains(name)) {
                throw unknown(path, name, members);
            }
            members = members.of(name);
            Fields known = at.members.get(name);
            if (known != null && known.members.isEmpty()) {
                return;
            }
            if (known == null || i == names.length - 1) {
                known = new Fields();
                at.members.put(name, known);
            }
            at = known;
        }
    }

    private static Problem unknown(String path, String name, Members valid) {
        String known = valid.names().isEmpty()
                ? "What stands before it has no members."
                : "Known are: " + String.join(", ", valid.names()) + ".";
        return Problem.parameter(
                PARAMETER,
                InputError.UNKNOWN,
                "In \"" + path + "\" there is no member \"" + name + "\"." + Nearest.hint(name, valid.names()) + " "
                        + known);
    }

    /** The answer with nothing else in it. */
    JsonNode cut(Object answer) {
        JsonNode tree = Json.MAPPER.valueToTree(answer);
        cutTree(tree);
        return tree;
    }

    private void cutTree(JsonNode tree) {
        if (members.isEmpty()) {
            return;
        }
        if (tree instanceof ArrayNode list) {
            list.forEach(this::cutTree);
        } else if (tree instanceof ObjectNode object) {
            object.retain(members.keySet());
            members.forEach((name, inside) -> {
                if (object.has(name)) {
                    inside.cutTree(object.get(name));
                }
            });
        }
    }
}
