package dev.galley.document.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order of a list's entries, which differ from each other, before and after a change. */
final class Order {
    private Order() {}

    /**
     * As many entries as can be said to have kept their order while the others moved: a longest increasing subsequence of
     * their old positions. Both lists have the same entries.
     */
    static <T> Set<T> kept(List<T> before, List<T> after) {
        Map<T, Integer> was = positions(before);
        int[] old = after.stream().mapToInt(was::get).toArray();
        int[] ends = new int[old.length];
        int[] tails = new int[old.length];
        int[] previous = new int[old.length];
        int length = 0;
        for (int i = 0; i < old.length; i++) {
            int found = Arrays.binarySearch(tails, 0, length, old[i]);
            int at = -found - 1;
            tails[at] = old[i];
            ends[at] = i;
            previous[i] = at == 0 ? -1 : ends[at - 1];
            length = Math.max(length, at + 1);
        }
        Set<T> kept = new HashSet<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
            kept.add(after.get(i));
        }
        return kept;
    }

    /**
     * The order of theirs with what mine inserted or moved behind the entry it stands behind in mine. What both moved, and
     * not to the same place, is added to {@code clashes}.
     */
    static <T> List<T> merge(List<T> base, List<T> mine, List<T> theirs, Set<T> clashes) {
        if (mine.equals(theirs)) {
            return theirs;
        }
        Set<T> everywhere = new HashSet<>(base);
        everywhere.retainAll(Set.copyOf(mine));
        everywhere.retainAll(Set.copyOf(theirs));
        List<T> mineOfAll = only(mine, everywhere);
        List<T> theirsOfAll = only(theirs, everywhere);
        Set<T> moved = new HashSet<>(everywhere);
        moved.removeAll(kept(only(base, everywhere), mineOfAll));
        if (!mineOfAll.equals(theirsOfAll)) {
            Set<T> movedByBoth = new HashSet<>(moved);
            movedByBoth.removeAll(kept(only(base, everywhere), theirsOfAll));
            Map<T, Integer> mineAt = positions(mineOfAll);
            Map<T, Integer> theirsAt = positions(theirsOfAll);
            mineOfAll.stream()
                    .filter(movedByBoth::contains)
                    .filter(entry ->
                            !Objects.equals(before(entry, mineOfAll, mineAt), before(entry, theirsOfAll, theirsAt)))
                    .forEach(clashes::add);
        }
        Set<T> placedByMine = new HashSet<>(mine);
        placedByMine.removeAll(Set.copyOf(theirs));
        placedByMine.addAll(moved);
        return placed(mine, theirs, placedByMine);
    }

    private static <T> List<T> placed(List<T> mine, List<T> theirs, Set<T> placedByMine) {
        List<T> merged = new ArrayList<>(theirs);
        merged.removeIf(placedByMine::contains);
        T previous = null;
        for (T entry : mine) {
            if (placedByMine.contains(entry)) {
                merged.add(previous == null ? 0 : merged.indexOf(previous) + 1, entry);
            }
            previous = entry;
        }
        return merged;
    }

    private static <T> @Nullable T before(T entry, List<T> list, Map<T, Integer> positions) {
        int position = positions.getOrDefault(entry, 0);
        return position == 0 ? null : list.get(position - 1);
    }

    private static <T> Map<T, Integer> positions(List<T> list) {
        Map<T, Integer> positions = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            positions.put(list.get(i), i);
        }
        return positions;
    }

    private static <T> List<T> only(List<T> list, Set<T> which) {
        return list.stream().filter(which::contains).toList();
    }
}
