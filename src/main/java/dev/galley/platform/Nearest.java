package dev.galley.platform;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the valid name that a caller most likely meant. */
public final class Nearest {
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private Nearest() {}

    /** A name at most a third of its letters away, two swapped ones counted once; empty where none is that near. */
    public static Optional<String> to(String given, Collection<String> valid) {
        String lower = given.toLowerCase(Locale.ROOT);
        return valid.stream()
                .filter(name -> distance(lower, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(lower, name))
                        .thenComparing(name -> name));
    }

    /** " Did you mean \"x\"?" or nothing, to end a sentence with. */
    public static String hint(String given, Collection<String> valid) {
        return to(given, valid).map(name -> " Did you mean \"" + name + "\"?").orElse("");
    }

    private static int distance(String lower, String name) {
        return DISTANCE.apply(lower, name.toLowerCase(Locale.ROOT));
    }
}
