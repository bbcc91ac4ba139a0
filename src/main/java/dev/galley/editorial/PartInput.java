package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.document.ArticleDocument;
import dev.galley.document.DocumentRules;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.MergePatch;
import dev.galley.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part as a caller sends it, with the place it asks for. */
record PartInput(
        ObjectNode part,
        @Nullable Integer position,
        @Nullable String parentId) {
    private static final String POSITION = "position";
    private static final String PARENT = "parentId";

    /** A new part: its members, and {@code position} and {@code parentId} beside them. */
    static PartInput read(byte[] body) {
        ObjectNode part = object(body);
        return new PartInput(part, position(part.remove(POSITION)), parent(part.remove(PARENT)));
    }

    /** Where to move a part: {@code position} and {@code parentId}, and nothing else. */
    static PartInput readMove(byte[] body) {
        PartInput move = read(body);
        if (!move.part.isEmpty()) {
            String name = move.part.fieldNames().next();
            throw Problem.member(
                    "/" + name,
                    InputError.UNKNOWN,
                    "There is no member \"" + name + "\" here. Known are: position, parentId.");
        }
        return move;
    }

    /** A new part of a list in which nothing nests: {@code position} alone stands beside its members. */
    static PartInput readFlat(byte[] body) {
        return withoutParent(read(body));
    }

    static PartInput readFlatMove(byte[] body) {
        return withoutParent(readMove(body));
    }

    private static PartInput withoutParent(PartInput input) {
        if (input.parentId != null) {
            throw Problem.member(
                    "/" + PARENT, InputError.UNKNOWN, "There is no \"" + PARENT + "\" here: these don't nest.");
        }
        return input;
    }

    /** A stored part with a patch laid over it; its id stays. */
    static <T> T patched(Object stored, byte[] patch, Class<T> type) {
        return patched(stored, object(patch), type);
    }

    static <T> T patched(Object stored, ObjectNode patch, Class<T> type) {
        JsonNode before = Json.MAPPER.valueToTree(stored);
        JsonNode after = MergePatch.apply(before, patch);
        if (!after.path("id").equals(before.path("id"))) {
            throw Problem.member("/id", InputError.SERVER_MADE, "The id of a part stays. Leave it out.");
        }
        return Json.bind(after, type);
    }

    /** A section as it was answered may come back: where it stands is no change, and changes by a move alone. */
    static ObjectNode withoutPlace(byte[] patch, DraftSection stored) {
        ObjectNode changes = object(patch);
        JsonNode known = Json.MAPPER.valueToTree(stored);
        for (String place : List.of("level", PARENT)) {
            JsonNode given = changes.remove(place);
            if (given != null && !given.equals(known.path(place))) {
                throw Problem.member(
                        "/" + place, InputError.SERVER_MADE, "\"" + place + "\" changes by a move. Leave it out.");
            }
        }
        DocumentInput.takeLevels(changes, stored.level() + 1);
        return changes;
    }

    /** Holds the part to the document's rules by itself, so that pointers lead into what the caller sent. */
    static void check(ArticleDocument alone, String at) {
        List<InputError> errors = DocumentRules.breaches(alone).stream()
                .map(error -> error.pointer() != null && error.pointer().startsWith(at)
                        ? InputError.pointer(error.pointer().substring(at.length()), error.code(), error.detail())
                        : error)
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static ObjectNode object(byte[] body) {
        if (Json.parse(body) instanceof ObjectNode object) {
            return object;
        }
        throw Problem.member("", InputError.WRONG_TYPE, "This must be an object.");
    }

    private static @Nullable Integer position(@Nullable JsonNode position) {
        if (position == null || position.isNull()) {
            return null;
        }
        if (!position.isInt()) {
            throw Problem.member("/position", InputError.WRONG_TYPE, "This must be a whole number.");
        }
        return position.intValue();
    }

    /** Null where it was left out, "" where it is null: the article itself. */
    private static @Nullable String parent(@Nullable JsonNode parent) {
        if (parent == null) {
            return null;
        }
        if (!parent.isNull() && !parent.isTextual()) {
            throw Problem.member("/parentId", InputError.WRONG_TYPE, "This must be a string.");
        }
        return parent.isNull() ? "" : parent.textValue();
    }
}
