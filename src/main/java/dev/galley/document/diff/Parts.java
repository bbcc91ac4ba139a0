package dev.galley.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.document.ArticleDocument;
import dev.galley.document.diff.PartKind.Members;
import dev.galley.document.diff.Place.Spot;
import dev.galley.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A document taken apart: what each part says itself, and which parts stand in its lists. As JSON, so that a new type of
 * block needs nothing here. A list of parts is kept empty in the part itself, as the sign that it has such a list.
 */
final class Parts {
    /** In reading order. */
    private final Map<PartKey, ObjectNode> own = new LinkedHashMap<>();

    private final Map<PartKey, Place> places = new HashMap<>();
    private final Map<Spot, List<PartKey>> lists = new HashMap<>();
    private final Items items;

    Parts(Items items) {
        this.items = items;
    }

    /** Every part must have its id. */
    static Parts of(ArticleDocument document) {
        return of(document, Items.first());
    }

    /** The same article edited further. */
    static Parts of(ArticleDocument document, Parts earlier) {
        return of(document, earlier.items.next());
    }

    /** Another edit of {@code earlier} than {@code beside} is. */
    static Parts of(ArticleDocument document, Parts earlier, Parts beside) {
        return of(document, earlier.items.beside(beside.items));
    }

    private static Parts of(ArticleDocument document, Items items) {
        Parts parts = new Parts(items);
        parts.take(PartKey.ARTICLE, Json.MAPPER.valueToTree(document), "");
        return parts;
    }

    Set<PartKey> keys() {
        return own.keySet();
    }

    boolean has(PartKey key) {
        return own.containsKey(key);
    }

    /** What the part says itself; its lists of parts are there, and empty. */
    ObjectNode own(PartKey key) {
        return Objects.requireNonNull(own.get(key), () -> "There is no " + key);
    }

    /** Null where there is no such part. */
    @Nullable
    ObjectNode ownOrNull(PartKey key) {
        return own.get(key);
    }

    /** Of every part but the article itself. */
    Place place(PartKey key) {
        return Objects.requireNonNull(places.get(key), () -> "There is no " + key);
    }

    /** Null where there is no such part, and of the article. */
    @Nullable
    Place placeOrNull(PartKey key) {
        return places.get(key);
    }

    Set<Spot> spots() {
        return lists.keySet();
    }

    List<PartKey> list(Spot spot) {
        return lists.getOrDefault(spot, List.of());
    }

    /** "" for the article. */
    String pointer(PartKey key) {
        Place place = places.get(key);
        return place == null ? "" : place.pointer();
    }

    String label(PartKey key) {
        return key.part().label(own(key));
    }

    /** The part with everything in it for which {@code inside} holds. */
    JsonNode json(PartKey key, Predicate<PartKey> inside) {
        ObjectNode json = own(key).deepCopy();
        for (Members members : key.part().lists()) {
            if (json.has(members.name())) {
                ArrayNode list = json.putArray(members.name());
                list(new Spot(key, members.name())).stream()
                        .filter(inside)
                        .forEach(part -> list.add(json(part, inside)));
            }
        }
        return json;
    }

    JsonNode json(PartKey key) {
        return json(key, part -> true);
    }

    ArticleDocument document() {
        return Json.bind(json(PartKey.ARTICLE), ArticleDocument.class);
    }

    void put(PartKey key, ObjectNode part) {
        own.put(key, part);
    }

    void putList(Spot spot, List<PartKey> list) {
        lists.put(spot, list);
    }

    /** The part leaves its list, and is still there to be put into another. */
    void takeOut(PartKey key) {
        list(place(key).spot()).remove(key);
    }

    void putInto(Place place, PartKey key) {
        List<PartKey> list = lists.computeIfAbsent(place.spot(), spot -> new ArrayList<>());
        if (!has(key) || !has(place.parent()) || place.position() > list.size()) {
            throw new IllegalArgumentException("The diff was not made from this document");
        }
        list.add(place.position(), key);
    }

    /** A part that was not there before, with what is in it. */
    void add(PartKey key, JsonNode json) {
        Parts added = new Parts(Items.added());
        added.take(key, json, "");
        own.putAll(added.own);
        lists.putAll(added.lists);
    }

    private void take(PartKey key, JsonNode json, String pointer) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.setAll((ObjectNode) json);
        if (own.put(key, part) != null) {
            throw new IllegalArgumentException(key + " stands twice in the document");
        }
        for (Members members : key.part().lists()) {
            if (json.get(members.name()) instanceof ArrayNode entries) {
                part.putArray(members.name());
                List<PartKey> inside = keys(key, members.kind(), entries);
                lists.put(new Spot(key, members.name()), new ArrayList<>(inside));
                for (int i = 0; i < inside.size(); i++) {
                    String where = pointer + "/" + members.name() + "/" + i;
                    places.put(inside.get(i), new Place(key, members.name(), i, where));
                    take(inside.get(i), entries.get(i), where);
                }
            }
        }
    }

    private List<PartKey> keys(PartKey parent, PartKind kind, ArrayNode entries) {
        if (kind == PartKind.ITEM) {
            return items.name(parent, entries);
        }
        List<PartKey> keys = new ArrayList<>(entries.size());
        entries.forEach(entry -> keys.add(new PartKey(kind, entry.path("id").asText())));
        return keys;
    }
}
