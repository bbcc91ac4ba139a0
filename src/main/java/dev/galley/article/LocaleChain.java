package dev.galley.article;

import java.util.ArrayList;
import java.util.List;

/**
 * The locales that may answer for the one asked, nearest first: what is configured for it, {@code de-CH}, {@code de},
 * the default.
 */
final class LocaleChain {
    private LocaleChain() {}

    static List<String> of(String asked, String defaultLocale, List<LocaleFallback> fallbacks) {
        List<String> chain = new ArrayList<>(List.of(asked));
        for (int i = 0; i < chain.size(); i++) {
            for (String nearest : behind(chain.get(i), fallbacks)) {
                add(chain, nearest);
            }
        }
        add(chain, defaultLocale);
        return chain;
    }

    /** Smaller is nearer; behind all of them where the locale isn't in the chain. */
    static int rank(List<String> chain, String locale) {
        int index = chain.indexOf(locale);
        return index < 0 ? chain.size() : index;
    }

    /** What is configured, and then the same without its last subtag. */
    private static List<String> behind(String locale, List<LocaleFallback> fallbacks) {
        List<String> others = new ArrayList<>();
        fallbacks.stream()
                .filter(fallback -> fallback.locale().equals(locale))
                .forEach(fallback -> others.addAll(fallback.others()));
        others.add(locale.substring(0, Math.max(0, locale.lastIndexOf('-'))));
        return others;
    }

    private static void add(List<String> chain, String locale) {
        if (!locale.isEmpty() && !chain.contains(locale)) {
            chain.add(locale);
        }
    }
}
