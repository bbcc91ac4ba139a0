package dev.galley.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pairs the parts of a new document with those of the one before it: the surest signs first, each part once. */
public final class Matching<T> {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double ALIKE = 0.5;

    /** A document of which everything changed at once keeps fewer ids, rather than its draft locked for long. */
    private static final int MAX_COMPARISONS = 50_000;

    private final List<T> before;
    private final List<T> after;
    private final Map<T, T> pairs = new IdentityHashMap<>();
    private int comparisons;

    public Matching(List<T> before, List<T> after) {
        this.before = new ArrayList<>(before);
        this.after = new ArrayList<>(after);
    }

    /** Pairs what has the same key on both sides, in order; a null key pairs with nothing. */
    public Matching<T> by(Function<T, @Nullable Object> key) {
        Map<Object, Deque<T>> free = new HashMap<>();
        for (T old : before) {
            Object k = key.apply(old);
            if (k != null) {
                free.computeIfAbsent(k, any -> new ArrayDeque<>()).add(old);
            }
        }
        after.removeIf(next -> {
            Object k = key.apply(next);
            Deque<T> candidates = k == null ? null : free.get(k);
            T old = candidates == null ? null : candidates.poll();
            if (old != null) {
                pair(old, next);
            }
            return old != null;
        });
        return this;
    }

    /** Pairs what shares most of its words, where {@code group} is the same. */
    public Matching<T> byLikeness(Function<T, Object> group, Function<T, String> words) {
        Map<T, Set<String>> sets = new IdentityHashMap<>();
        before.forEach(old -> sets.put(old, wordSet(words.apply(old))));
        after.removeIf(next -> {
            Set<String> wanted = wordSet(words.apply(next));
            T best = null;
            double most = ALIKE;
            for (T old : before) {
                if (!group.apply(old).equals(group.apply(next)) || comparisons++ >= MAX_COMPARISONS) {
                    continue;
                }
                double likeness = likeness(sets.getOrDefault(old, Set.of()), wanted);
                if (likeness >= most) {
                    best = old;
                    most = Math.nextUp(likeness);
                }
            }
            if (best != null) {
                pair(best, next);
            }
            return best != null;
        });
        return this;
    }

    /** What each new part was before; parts that are new have no entry. Keys are compared by identity. */
    public Map<T, T> pairs() {
        return pairs;
    }

    private void pair(T old, T next) {
        pairs.put(next, old);
        before.removeIf(candidate -> candidate == old);
    }

    /** Jaccard's index. */
    private static double likeness(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> fewer = a.size() < b.size() ? a : b;
        Set<String> more = fewer == a ? b : a;
        if (fewer.size() < ALIKE * more.size()) {
            return 0;
        }
        long both = fewer.stream().filter(more::contains).count();
        return (double) both / (a.size() + b.size() - both);
    }

    private static Set<String> wordSet(String text) {
        Set<String> words = new HashSet<>(List.of(NO_WORD.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
