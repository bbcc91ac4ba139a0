package dev.galley.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The readable part of a URL: {@code [a-z0-9]+(-[a-z0-9]+)*}, 1 to 120 characters, never the shape of a UUID. */
public final class Slug {
    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public static final int MAX_LENGTH = 120;

    private static final Pattern VALID = Pattern.compile(PATTERN);
    private static final Pattern UUID_SHAPE = Pattern.compile(UUID);
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");

    private Slug() {}

    public static boolean isValid(String slug) {
        return slug.length() <= MAX_LENGTH
                && VALID.matcher(slug).matches()
                && !UUID_SHAPE.matcher(slug).matches();
    }

    /** The slug that a text in any script reads as; {@code fallback} where nothing of it can be spelt in ASCII. */
    public static String of(String text, String fallback) {
        String ascii = text.chars().allMatch(c -> c < 128) ? text : AsciiLetters.TRANSLITERATOR.transliterate(text);
        String lower = APOSTROPHES.matcher(ascii).replaceAll("").toLowerCase(Locale.ROOT);
        String slug = cut(trimDashes(SEPARATORS.matcher(lower).replaceAll("-")), MAX_LENGTH);
        if (slug.isEmpty()) {
            return fallback;
        }
        return UUID_SHAPE.matcher(slug).matches() ? fallback + "-" + slug : slug;
    }

    /** The slug itself where it is free, or else the first free of {@code slug-2}, {@code slug-3}, … */
    public static String firstFree(String slug, Predicate<String> taken) {
        String candidate = slug;
        for (int n = 2; taken.test(candidate); n++) {
            String suffix = "-" + n;
            candidate = cut(slug, MAX_LENGTH - suffix.length()) + suffix;
        }
        return candidate;
    }

    /** Cuts at a word's end where one is near, so that no slug ends in half a word. */
    private static String cut(String slug, int length) {
        if (slug.length() <= length) {
            return slug;
        }
        int lastDash = slug.lastIndexOf('-', length);
        return trimDashes(slug.substring(0, lastDash > length / 2 ? lastDash : length));
    }

    private static String trimDashes(String slug) {
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return from < to ? slug.substring(from, to) : "";
    }

    /** Loaded with the first text outside ASCII: ICU's tables take a while. */
    private static final class AsciiLetters {
        static final Transliterator TRANSLITERATOR = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
