package dev.galley.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.document.ArticleDocument;
import dev.galley.document.diff.MergeConflict.Code;
import dev.galley.document.diff.PartKind.Members;
import dev.galley.document.diff.Place.Spot;
import dev.galley.platform.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges two edits of one version part by part: first which parts stay, then what they say, then where they stand. */
final class ThreeWay {
    private final Parts base;
    private final Parts mine;
    private final Parts theirs;
    private final Parts merged = new Parts(Items.first());
    private final Map<PartKey, Spot> spots = new LinkedHashMap<>();
    private final List<MergeConflict> conflicts = new ArrayList<>();

    ThreeWay(ArticleDocument base, ArticleDocument mine, ArticleDocument theirs) {
        this.base = Parts.of(base);
        this.mine = Parts.of(mine, this.base);
        this.theirs = Parts.of(theirs, this.base, this.mine);
    }

    DocumentMerge merge() {
        Set<PartKey> all = new LinkedHashSet<>(theirs.keys());
        all.addAll(mine.keys());
        all.stream().filter(this::stays).forEach(this::mergePart);
        refuseLostParents();
        if (conflicts.isEmpty()) {
            order();
            refuseCircles();
        }
        if (!conflicts.isEmpty()) {
            return new DocumentMerge(null, List.copyOf(conflicts));
        }
        leaveOutTakenAnchors();
        return new DocumentMerge(merged.document(), List.of());
    }

    /** Not where one side removed it; that the other changed it meanwhile is a conflict. */
    private boolean stays(PartKey key) {
        if (!base.has(key) || mine.has(key) && theirs.has(key)) {
            return true;
        }
        Parts other = mine.has(key) ? mine : theirs;
        boolean untouched = other.own(key).equals(base.own(key))
                && other.place(key).spot().equals(base.place(key).spot());
        if (!untouched) {
            removed(key);
        }
        return false;
    }

    private void mergePart(PartKey key) {
        ObjectNode ours = mine.ownOrNull(key);
        ObjectNode other = theirs.ownOrNull(key);
        if (ours == null || other == null) {
            merged.put(key, Objects.requireNonNull(ours == null ? other : ours).deepCopy());
        } else {
            merged.put(key, own(key, ours, other));
        }
        if (!key.equals(PartKey.ARTICLE)) {
            spots.put(key, spot(key));
        }
    }

    private ObjectNode own(PartKey key, ObjectNode ours, ObjectNode other) {
        ObjectNode before = base.ownOrNull(key);
        if (ours.equals(other) || other.equals(before)) {
            return ours.deepCopy();
        } else if (ours.equals(before)) {
            return other.deepCopy();
        } else if (before == null) {
            conflict(Code.ADDED, key, null, NullNode.getInstance(), ours, other);
            return other.deepCopy();
        }
        JsonNode type = before.path("type");
        if (!ours.path("type").equals(type) || !other.path("type").equals(type)) {
            conflict(Code.EDITED, key, null, before, ours, other);
            return other.deepCopy();
        }
        return members(key, "", before, ours, other);
    }

    private ObjectNode members(PartKey key, String at, JsonNode before, ObjectNode ours, JsonNode other) {
        ObjectNode members = ours.objectNode();
        ours.fieldNames().forEachRemaining(name -> {
            JsonNode member = member(key, at + name, before.path(name), ours.path(name), other.path(name));
            members.set(name, member);
        });
        return members;
    }

    private JsonNode member(PartKey key, String name, JsonNode before, JsonNode ours, JsonNode other) {
        if (ours.equals(other) || other.equals(before)) {
            return ours;
        } else if (ours.equals(before)) {
            return other;
        } else if (name.equals("seo")) {
            return members(key, "seo/", before, (ObjectNode) ours, other);
        } else if (key.equals(PartKey.ARTICLE) && (name.equals("authors") || name.equals("topics"))) {
            JsonNode named = NamedList.merge(before, ours, other);
            if (named != null) {
                return named;
            }
        }
        conflict(Code.EDITED, key, name, before, ours, other);
        return other;
    }

    private Spot spot(PartKey key) {
        Place before = base.placeOrNull(key);
        Place ours = mine.placeOrNull(key);
        Place other = theirs.placeOrNull(key);
        if (ours == null || other == null) {
            return Objects.requireNonNull(ours == null ? other : ours).spot();
        } else if (before != null && ours.spot().equals(before.spot())) {
            return other.spot();
        } else if (!ours.spot().equals(other.spot())
                && (before == null || !other.spot().equals(before.spot()))) {
            moved(key);
        }
        return ours.spot();
    }

    /** One side removed a part, or made it one that holds no parts, and the other has put something into it. */
    private void refuseLostParents() {
        Set<PartKey> lost = new LinkedHashSet<>();
        spots.values().forEach(spot -> {
            ObjectNode parent = merged.ownOrNull(spot.parent());
            if (parent == null || !parent.has(spot.list())) {
                lost.add(spot.parent());
            }
        });
        conflicts.forEach(conflict -> lost.remove(new PartKey(conflict.part(), conflict.id())));
        lost.forEach(this::removed);
    }

    private void order() {
        Map<Spot, Set<PartKey>> inside = new LinkedHashMap<>();
        spots.forEach((key, spot) ->
                inside.computeIfAbsent(spot, any -> new HashSet<>()).add(key));
        Set<PartKey> clashes = new LinkedHashSet<>();
        inside.forEach((spot, keys) -> merged.putList(
                spot,
                Order.merge(
                        only(base.list(spot), keys),
                        only(mine.list(spot), keys),
                        only(theirs.list(spot), keys),
                        clashes)));
        clashes.forEach(this::moved);
    }

    private static List<PartKey> only(List<PartKey> list, Set<PartKey> keys) {
        return list.stream().filter(keys::contains).toList();
    }

    /** Each side moved a part into the other's: neither is in the article any more. */
    private void refuseCircles() {
        Set<PartKey> reached = new HashSet<>();
        reach(PartKey.ARTICLE, reached);
        spots.forEach((key, spot) -> {
            Place before = base.placeOrNull(key);
            if (!reached.contains(key) && before != null && !before.spot().equals(spot)) {
                moved(key);
            }
        });
    }

    private void reach(PartKey key, Set<PartKey> reached) {
        reached.add(key);
        for (Members members : key.part().lists()) {
            merged.list(new Spot(key, members.name())).forEach(inside -> reach(inside, reached));
        }
    }

    /** Two headings alike that were added on two sides have the same anchor; the one that was saved first keeps it. */
    private void leaveOutTakenAnchors() {
        Set<String> taken = new HashSet<>();
        for (PartKey key : merged.keys()) {
            String anchor = anchor(merged, key);
            if (!anchor.isEmpty() && !anchor(mine, key).equals(anchor)) {
                taken.add(anchor);
            }
        }
        merged.keys().stream()
                .filter(key -> !base.has(key) && !theirs.has(key) && taken.contains(anchor(merged, key)))
                .forEach(key -> merged.own(key).put("anchor", ""));
    }

    private static String anchor(Parts parts, PartKey key) {
        ObjectNode own = parts.ownOrNull(key);
        return own == null ? "" : own.path("anchor").asText();
    }

    private void removed(PartKey key) {
        conflict(Code.REMOVED, key, null, whole(base, key), whole(mine, key), whole(theirs, key));
    }

    private static JsonNode whole(Parts parts, PartKey key) {
        return parts.has(key) ? parts.json(key) : NullNode.getInstance();
    }

    private void moved(PartKey key) {
        JsonNode before = Json.MAPPER.valueToTree(base.placeOrNull(key));
        JsonNode ours = Json.MAPPER.valueToTree(mine.placeOrNull(key));
        conflict(Code.MOVED, key, null, before, ours, Json.MAPPER.valueToTree(theirs.placeOrNull(key)));
    }

    private void conflict(
            Code code, PartKey key, @Nullable String member, JsonNode before, JsonNode ours, JsonNode other) {
        Parts seen = Stream.of(theirs, mine)
                .filter(parts -> parts.has(key))
                .findFirst()
                .orElse(base);
        String pointer = seen.pointer(key) + (member == null ? "" : "/" + member);
        conflicts.add(
                new MergeConflict(pointer, code, key.part(), key.id(), seen.label(key), member, before, ours, other));
    }
}
