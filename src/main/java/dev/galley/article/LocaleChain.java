package dev.galley.article;

import java.util.ArrayList;
import java.util.List;

/** The locales that may answer for the one asked, nearest first: {@code de-CH}, {@code de}, the default. */
final class LocaleChain {
    private LocaleChain() {}

    static List<String> of(String asked, String defaultLocale) {
        List<String> chain = new ArrayList<>();
        for (String tag = asked; !tag.isEmpty(); tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')))) {
            chain.add(tag);
        }
        if (!chain.contains(defaultLocale)) {
            chain.add(defaultLocale);
        }
        return chain;
    }
}
