package dev.galley.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a document of the index stands for. */
enum Kind {
    ARTICLE,
    SECTION,
    FAQ,
    TAKEAWAY,
    /** For suggestions alone. */
    TOPIC;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> byValue(String value) {
        return Stream.of(values()).filter(kind -> kind.value().equals(value)).findFirst();
    }
}
