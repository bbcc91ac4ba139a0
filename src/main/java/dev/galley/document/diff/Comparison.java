package dev.galley.document.diff;

import dev.galley.document.ArticleDocument;
import dev.galley.document.diff.DocumentDiff.Added;
import dev.galley.document.diff.DocumentDiff.Changed;
import dev.galley.document.diff.DocumentDiff.Moved;
import dev.galley.document.diff.DocumentDiff.Removed;
import dev.galley.document.diff.Place.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares two versions of an article part by part. */
final class Comparison {
    private final Parts older;
    private final Parts newer;
    private final WordDiff words = new WordDiff();
    private final List<Added> added = new ArrayList<>();
    private final List<Removed> removed = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();

    private Comparison(Parts older, Parts newer) {
        this.older = older;
        this.newer = newer;
    }

    static DocumentDiff of(ArticleDocument older, ArticleDocument newer) {
        Parts before = Parts.of(older);
        return new Comparison(before, Parts.of(newer, before)).diff();
    }

    private DocumentDiff diff() {
        Set<PartKey> stayed = stayed();
        for (PartKey key : newer.keys()) {
            if (key.equals(PartKey.ARTICLE)) {
                continue;
            }
            if (older.has(key)) {
                compare(key, stayed.contains(key));
            } else if (older.has(newer.place(key).parent())) {
                add(key);
            }
        }
        for (PartKey key : older.keys()) {
            if (!newer.has(key) && newer.has(older.place(key).parent())) {
                remove(key);
            }
        }
        return new DocumentDiff(
                MemberChanges.between(older.own(PartKey.ARTICLE), newer.own(PartKey.ARTICLE), words),
                List.copyOf(added),
                List.copyOf(removed),
                List.copyOf(moved),
                List.copyOf(changed));
    }

    /** Those that stand in the same list as before, and among which only the others moved. */
    private Set<PartKey> stayed() {
        Set<PartKey> stayed = new HashSet<>();
        for (Spot spot : newer.spots()) {
            stayed.addAll(Order.kept(inBoth(older.list(spot)), inBoth(newer.list(spot))));
        }
        return stayed;
    }

    private List<PartKey> inBoth(List<PartKey> list) {
        return list.stream()
                .filter(key -> older.has(key) && newer.has(key))
                .filter(key -> older.place(key).spot().equals(newer.place(key).spot()))
                .toList();
    }

    private void compare(PartKey key, boolean stayed) {
        Place to = newer.place(key);
        if (!stayed) {
            moved.add(new Moved(key.part(), key.id(), newer.label(key), older.place(key), to));
        }
        List<MemberChange> members = MemberChanges.between(older.own(key), newer.own(key), words);
        if (!members.isEmpty()) {
            changed.add(new Changed(key.part(), key.id(), newer.label(key), to, members));
        }
    }

    private void add(PartKey key) {
        added.add(new Added(
                key.part(),
                key.id(),
                newer.label(key),
                newer.place(key),
                newer.json(key, inside -> !older.has(inside))));
    }

    private void remove(PartKey key) {
        Place from = older.place(key);
        String around = newer.pointer(from.parent());
        removed.add(new Removed(
                key.part(),
                key.id(),
                older.label(key),
                from,
                newer.own(from.parent()).has(from.list()) ? around + "/" + from.list() : around,
                older.json(key, inside -> !newer.has(inside))));
    }
}
