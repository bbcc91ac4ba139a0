package dev.galley.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds which members of one part changed, down to the single value where both sides have the same shape. */
final class MemberChanges {
    private final WordDiff words;
    private final List<MemberChange> changes = new ArrayList<>();

    private MemberChanges(WordDiff words) {
        this.words = words;
    }

    static List<MemberChange> between(ObjectNode before, ObjectNode after, WordDiff words) {
        if (!before.path("type").equals(after.path("type"))) {
            return List.of(new MemberChange("", before, after, null));
        }
        MemberChanges finding = new MemberChanges(words);
        finding.compare("", before, after);
        return List.copyOf(finding.changes);
    }

    /** The part as it is after the change. */
    static ObjectNode apply(ObjectNode part, List<MemberChange> changes) {
        ObjectNode changed = part.deepCopy();
        for (MemberChange change : changes) {
            if (change.member().isEmpty()) {
                return change.after().deepCopy();
            }
            int end = change.member().lastIndexOf('/');
            JsonNode holder =
                    end < 0 ? changed : changed.at("/" + change.member().substring(0, end));
            set(holder, change.member().substring(end + 1), change.after());
        }
        return changed;
    }

    private static void set(JsonNode holder, String name, JsonNode value) {
        if (holder instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), value);
        } else if (holder instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            throw new IllegalArgumentException("The diff was not made from this document");
        }
    }

    private void compare(String at, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode && after instanceof ObjectNode) {
            Set<String> names = new LinkedHashSet<>();
            after.fieldNames().forEachRemaining(names::add);
            before.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(below(at, name), orNull(before.get(name)), orNull(after.get(name))));
        } else if (isRow(before) && isRow(after) && before.size() == after.size()) {
            for (int i = 0; i < after.size(); i++) {
                compare(below(at, String.valueOf(i)), before.get(i), after.get(i));
            }
        } else {
            changes.add(new MemberChange(at, before, after, words(before, after)));
        }
    }

    /** Cells or rows of them. Authors and topics are named things, which have no place of their own. */
    private static boolean isRow(JsonNode list) {
        return list.isArray() && StreamSupport.stream(list.spliterator(), false).noneMatch(JsonNode::isObject);
    }

    private @Nullable List<WordChange> words(JsonNode before, JsonNode after) {
        boolean texts = (before.isTextual() || before.isNull()) && (after.isTextual() || after.isNull());
        return texts ? words.between(before.asText(""), after.asText("")) : null;
    }

    private static String below(String at, String name) {
        return at.isEmpty() ? name : at + "/" + name;
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? NullNode.getInstance() : node;
    }
}
