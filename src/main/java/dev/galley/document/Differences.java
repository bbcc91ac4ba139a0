package dev.galley.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two versions of a document differ, as JSON pointers into the newer one. */
public final class Differences {
    private Differences() {}

    /** Members down to one entry of a list ({@code /sections/2}, {@code /title}); whole lists where their length differs. */
    public static List<String> between(ArticleDocument older, ArticleDocument newer) {
        JsonNode before = Json.MAPPER.valueToTree(older);
        JsonNode after = Json.MAPPER.valueToTree(newer);
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<String> pointers = new ArrayList<>();
        for (String name : names) {
            member("/" + name, before.path(name), after.path(name), pointers);
        }
        return List.copyOf(pointers);
    }

    private static void member(String at, JsonNode before, JsonNode after, List<String> pointers) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isArray() || !after.isArray() || before.size() != after.size()) {
            pointers.add(at);
            return;
        }
        for (int i = 0; i < after.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                pointers.add(at + "/" + i);
            }
        }
    }
}
