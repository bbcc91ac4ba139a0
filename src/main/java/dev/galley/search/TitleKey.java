package dev.galley.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

/** What titles are sorted by: the order of a dictionary that knows no one language. */
final class TitleKey {
    private static final Collator ORDER = Collator.getInstance(ULocale.ROOT).freeze();

    private TitleKey() {}

    static byte[] of(String title) {
        return ORDER.getCollationKey(title).toByteArray();
    }
}
