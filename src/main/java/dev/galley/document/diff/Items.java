package dev.galley.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.document.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Names the items of lists, which have no ids of their own. An item of the first version is its list and its position
 * there ({@code p4x/0}); in a later version it keeps that name where it is recognised, and a new one is marked ({@code
 * p4x/+2}).
 */
final class Items {
    private static final String NEW = "+";

    /** An item and its name, "" until it has one. */
    record Item(String id, JsonNode json) {}

    private final String mark;
    private final List<Items> earlier;
    private final Map<PartKey, List<Item>> known;

    private Items(String mark, List<Items> earlier) {
        this.mark = mark;
        this.earlier = earlier;
        this.known = new HashMap<>();
    }

    static Items first() {
        return new Items("", List.of());
    }

    /** Where there was no such list before. */
    static Items added() {
        return new Items(NEW, List.of());
    }

    Items next() {
        return new Items(NEW, List.of(this));
    }

    /** Of another edit of the same version: what both added alike has one name, what only this one added its own. */
    Items beside(Items other) {
        return new Items(NEW + NEW, List.of(this, other));
    }

    /** In the order of the items. */
    List<PartKey> name(PartKey list, JsonNode entries) {
        List<Item> nameless = StreamSupport.stream(entries.spliterator(), false)
                .map(json -> new Item("", json))
                .toList();
        Map<Item, Item> was = recognised(list, nameless);
        List<Item> named = new ArrayList<>(nameless.size());
        for (Item item : nameless) {
            Item old = was.get(item);
            named.add(new Item(old != null ? old.id() : list.id() + "/" + mark + named.size(), item.json()));
        }
        known.put(list, named);
        return named.stream().map(item -> new PartKey(PartKind.ITEM, item.id())).toList();
    }

    private Map<Item, Item> recognised(PartKey list, List<Item> nameless) {
        Map<Item, Item> was = new IdentityHashMap<>();
        for (Items other : earlier) {
            List<Item> rest =
                    nameless.stream().filter(item -> !was.containsKey(item)).toList();
            was.putAll(
                    was.isEmpty() && other == earlier.get(0) ? likest(other.of(list), rest) : equal(other, list, rest));
        }
        return was;
    }

    private static Map<Item, Item> likest(List<Item> before, List<Item> after) {
        return new Matching<>(before, after)
                .by(Item::json)
                .by(item -> text(item).isBlank() ? null : text(item))
                .by(item -> {
                    String inside =
                            item.json().path("blocks").path(0).path("id").asText();
                    return inside.isEmpty() ? null : inside;
                })
                .byLikeness(item -> "", Items::text)
                .pairs();
    }

    private static Map<Item, Item> equal(Items other, PartKey list, List<Item> after) {
        List<Item> added = other.of(list).stream()
                .filter(item -> item.id().startsWith(list.id() + "/" + NEW))
                .toList();
        return new Matching<>(added, after).by(Item::json).pairs();
    }

    private List<Item> of(PartKey list) {
        return known.getOrDefault(list, List.of());
    }

    private static String text(Item item) {
        return item.json().path("text").asText();
    }
}
