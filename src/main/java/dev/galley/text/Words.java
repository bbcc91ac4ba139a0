package dev.galley.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Counts words as readers do, in any script. */
public final class Words {
    /** Silent reading of non-fiction in English (M. Brysbaert, Journal of Memory and Language 109, 2019). */
    private static final int PER_MINUTE = 238;

    private Words() {}

    public static int count(String plainText) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(plainText);
        int count = 0;
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            if (plainText.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
                count++;
            }
        }
        return count;
    }

    /** Whole minutes, at least one where there is anything to read. */
    public static int readingMinutes(int wordCount) {
        return (wordCount + PER_MINUTE - 1) / PER_MINUTE;
    }
}
