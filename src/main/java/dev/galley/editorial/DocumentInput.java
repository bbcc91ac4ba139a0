package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.document.ArticleDocument;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.MergePatch;
import dev.galley.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A document as a caller sends it. What Galley itself makes (version, level, word count, …) may come along as it was
 * read, so that a document that was read can be sent back; where it differs from what is stored, it is refused by name.
 */
final class DocumentInput {
    private static final Set<String> SERVER_MADE = Set.of(
            "id",
            "status",
            "version",
            "hasUnpublishedChanges",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy",
            "publishedAt",
            "schedule",
            "wordCount",
            "readingMinutes",
            "translations",
            "fallback",
            "links");

    private final List<JsonNode> stored;
    private final Map<String, Set<JsonNode>> storedLevels = new HashMap<>();
    private final List<InputError> errors = new ArrayList<>();

    private DocumentInput(List<DraftView> stored) {
        this.stored = stored.stream().<JsonNode>map(Json.MAPPER::valueToTree).toList();
        this.stored.forEach(view -> collectLevels(view.path("sections")));
    }

    /** {@code stored} is what the caller may have read before; nothing for a new article. */
    static ArticleDocument read(JsonNode input, List<DraftView> stored) {
        if (!input.isObject()) {
            throw Problem.member("", InputError.WRONG_TYPE, "A document is a JSON object.");
        }
        DocumentInput reading = new DocumentInput(stored);
        ObjectNode document = input.deepCopy();
        reading.takeServerMade(document);
        reading.takeLevels("/sections", document.path("sections"), 1);
        if (!reading.errors.isEmpty()) {
            throw Problem.invalid(reading.errors);
        }
        return Json.bind(document, ArticleDocument.class);
    }

    /** The same from a patch of what is stored. A null takes a member away, and what Galley makes doesn't go. */
    static ArticleDocument patched(JsonNode patch, DraftView stored) {
        JsonNode merged = MergePatch.apply(Json.MAPPER.valueToTree(stored), patch);
        if (merged instanceof ObjectNode document) {
            SERVER_MADE.stream().filter(name -> patch.path(name).isNull()).forEach(document::putNull);
        }
        return read(merged, List.of(stored));
    }

    /** Takes out what a delivered or exported document has beyond the document itself; gives the names of what differs. */
    static Set<String> dropServerMade(ObjectNode document) {
        Set<String> dropped = new TreeSet<>();
        for (String name : SERVER_MADE) {
            if (document.has(name)) {
                document.remove(name);
                dropped.add(name);
            }
        }
        return dropped;
    }

    /** Takes {@code level} out of each section; refuses one that is not the depth of its section. */
    static void dropLevels(ObjectNode document) {
        takeLevels(document, 1);
    }

    /** The same for a section, whose own sections stand at {@code depth}; refuses a level that isn't the depth. */
    static void takeLevels(ObjectNode section, int depth) {
        DocumentInput reading = new DocumentInput(List.of());
        reading.takeLevels("/sections", section.path("sections"), depth);
        if (!reading.errors.isEmpty()) {
            throw Problem.invalid(reading.errors);
        }
    }

    private void takeServerMade(ObjectNode document) {
        for (String name : SERVER_MADE) {
            JsonNode given = document.remove(name);
            boolean nothing = given == null || given.isNull() && stored.isEmpty();
            if (!nothing && stored.stream().noneMatch(view -> same(given, view.path(name)))) {
                refuse("/" + name, name);
            }
        }
    }

    private void takeLevels(String at, JsonNode sections, int depth) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i) instanceof ObjectNode section) {
                String where = at + "/" + i;
                JsonNode level = section.remove("level");
                Set<JsonNode> known =
                        storedLevels.getOrDefault(section.path("id").asText(), Set.of());
                if (level != null && (!level.isInt() || level.intValue() != depth) && !known.contains(level)) {
                    refuse(where + "/level", "level");
                }
                takeLevels(where + "/sections", section.path("sections"), depth + 1);
            }
        }
    }

    private void collectLevels(JsonNode sections) {
        if (sections instanceof ArrayNode list) {
            for (JsonNode section : list) {
                storedLevels
                        .computeIfAbsent(section.path("id").asText(), id -> new HashSet<>())
                        .add(section.path("level"));
                collectLevels(section.path("sections"));
            }
        }
    }

    private void refuse(String pointer, String name) {
        errors.add(InputError.pointer(
                pointer,
                InputError.SERVER_MADE,
                "\"" + name + "\" is made by Galley. Leave it out, or send it back as it was read."));
    }

    /** Numbers by value: 3 read as an int equals 3 read as a long. */
    private static boolean same(JsonNode given, JsonNode known) {
        return given.equals(known)
                || given.isIntegralNumber() && known.isIntegralNumber() && given.asLong() == known.asLong();
    }
}
