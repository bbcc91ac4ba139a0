package dev.galley.article;

import dev.galley.document.Locales;
import java.util.List;
import java.util.stream.Stream;

/** What answers where a locale has no translation, nearest first: written {@code de-AT>de-CH>de}. */
public record LocaleFallback(String locale, List<String> others) {
    /** For the configuration; names what is wrong. */
    public static LocaleFallback parse(CharSequence text) {
        List<String> chain =
                Stream.of(text.toString().split(">", -1)).map(String::strip).toList();
        if (chain.size() < 2 || !chain.stream().allMatch(Locales::isValid)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" must be language tags (BCP 47) with \">\" between them, for example de-AT>de-CH");
        }
        List<String> canonical = chain.stream().map(Locales::canonical).toList();
        return new LocaleFallback(canonical.get(0), canonical.subList(1, canonical.size()));
    }
}
