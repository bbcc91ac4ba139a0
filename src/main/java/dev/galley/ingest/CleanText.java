package dev.galley.ingest;

import java.util.List;

/** Characters that no text may hold: NUL and halves of surrogate pairs. */
final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** The text with U+FFFD for each of them, and a warning where there was one. */
    static String of(String text, List<ImportWarning> warnings) {
        int first = firstBad(text);
        if (first < 0) {
            return text;
        }
        int line = 1
                + (int) text.substring(0, first).chars().filter(c -> c == '\n').count();
        warnings.add(new ImportWarning(
                ImportWarning.CHARSET_REPLACED,
                "NUL characters or halves of surrogate pairs were replaced by U+FFFD.",
                line));
        return replaced(text);
    }

    static boolean isClean(String text) {
        return firstBad(text) < 0;
    }

    static String replaced(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            if (isBad(clean, i)) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    private static int firstBad(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBad(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBad(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        } else if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == 0;
    }
}
