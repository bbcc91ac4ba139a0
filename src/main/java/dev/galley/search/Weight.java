package dev.galley.search;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a word can stand, and what that counts. The steps are so wide that one mention in a better place counts for more
 * than one in the next, whatever the lengths of the texts.
 */
enum Weight {
    TITLE(10f, 0f),
    TAKEAWAY(6f, 0f),
    HEADING(4.5f, 0f),
    QUESTION(3.5f, 0f),
    TEXT(1.5f, 0.25f),
    CODE(0.2f, 0f);

    private final float boost;
    private final float lengthCounts;

    Weight(float boost, float lengthCounts) {
        this.boost = boost;
        this.lengthCounts = lengthCounts;
    }

    float boost() {
        return boost;
    }

    /** BM25's b: how much longer texts count less. */
    float lengthCounts() {
        return lengthCounts;
    }

    static Weight ofField(String field) {
        return Stream.of(values())
                .filter(weight -> field.startsWith(weight.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(TEXT);
    }

    /** Code has one field for all languages: its words are not those of any. */
    String field(Language language) {
        String name = name().toLowerCase(Locale.ROOT);
        return this == CODE ? name : name + language.suffix();
    }
}
