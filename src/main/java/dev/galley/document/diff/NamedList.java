package dev.galley.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges two edits of a list of authors or topics: what each side added is in, what either removed is out. */
final class NamedList {
    private NamedList() {}

    /** Null where they are in conflict. */
    static @Nullable JsonNode merge(JsonNode base, JsonNode mine, JsonNode theirs) {
        Map<String, JsonNode> before = bySlug(base);
        Map<String, JsonNode> ours = bySlug(mine);
        Map<String, JsonNode> others = bySlug(theirs);
        Set<String> stay = new HashSet<>(ours.keySet());
        stay.addAll(others.keySet());
        stay.removeIf(slug -> before.containsKey(slug) && !(ours.containsKey(slug) && others.containsKey(slug)));
        Set<String> clashes = new HashSet<>();
        List<String> order = Order.merge(only(before, stay), only(ours, stay), only(others, stay), clashes);
        ArrayNode merged = ((ArrayNode) theirs).arrayNode();
        for (String slug : order) {
            JsonNode own = ours.get(slug);
            JsonNode other = others.get(slug);
            if (own == null || other == null || own.equals(other) || own.equals(before.get(slug))) {
                merged.add(other == null ? own : other);
            } else if (other.equals(before.get(slug))) {
                merged.add(own);
            } else {
                clashes.add(slug);
            }
        }
        return clashes.isEmpty() ? merged : null;
    }

    private static Map<String, JsonNode> bySlug(JsonNode list) {
        Map<String, JsonNode> bySlug = new LinkedHashMap<>();
        list.forEach(entry -> bySlug.put(entry.path("slug").asText(), entry));
        return bySlug;
    }

    private static List<String> only(Map<String, JsonNode> entries, Set<String> which) {
        return entries.keySet().stream().filter(which::contains).toList();
    }
}
