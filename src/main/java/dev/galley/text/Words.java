package dev.galley.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts words as readers do, in any script. */
public final class Words {
    /** Silent reading of non-fiction in English (M. Brysbaert, Journal of Memory and Language 109, 2019). */
    private static final int PER_MINUTE = 238;

    private Words() {}

    public static int count(String plainText) {
        return (int) split(plainText).stream()
                .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    /** The words and what stands between them; joined, they are the text again. */
    public static List<String> split(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        List<String> pieces = new ArrayList<>();
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            pieces.add(text.substring(start, end));
        }
        return pieces;
    }

    /** Whole minutes, at least one where there is anything to read. */
    public static int readingMinutes(int wordCount) {
        return (wordCount + PER_MINUTE - 1) / PER_MINUTE;
    }
}
