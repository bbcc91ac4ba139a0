package dev.galley.document;

import java.util.Locale;
import java.util.regex.Pattern;

/** Language tags (BCP 47). */
public final class Locales {
    public static final String PATTERN = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    private static final Pattern TAG = Pattern.compile(PATTERN);

    private Locales() {}

    public static boolean isValid(String locale) {
        return TAG.matcher(locale).matches() && !"und".equals(canonical(locale));
    }

    /** {@code de-ch} as RFC 5646 §2.1.1 writes it: {@code de-CH}. */
    public static String canonical(String locale) {
        return Locale.forLanguageTag(locale).toLanguageTag();
    }
}
