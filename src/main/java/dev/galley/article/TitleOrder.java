package dev.galley.article;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HexFormat;

/** The order of titles: that of a dictionary of no one language (CLDR root), the same on every database. */
public final class TitleOrder {
    private static final Collator ORDER = Collator.getInstance(ULocale.ROOT).freeze();

    /** Titles that differ behind so many bytes, some 200 letters, are equal: an index takes no endless keys. */
    private static final int MOST_BYTES = 256;

    private TitleOrder() {}

    /** Texts that compare as the titles do, letter by letter. */
    public static String key(String title) {
        byte[] key = ORDER.getCollationKey(title).toByteArray();
        return HexFormat.of().formatHex(Arrays.copyOf(key, Math.min(key.length, MOST_BYTES)));
    }
}
