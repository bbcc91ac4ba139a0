package dev.galley.publishing;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.galley.document.Seo;
import dev.galley.publishing.Checks.Subject;
import java.util.Objects;
import java.util.Set;

/** Checks of how an article shows up in search engines. */
final class SearchChecks {
    /** What the widely used ones show of a title and of a description before they cut. */
    private static final int TITLE = 60;

    private static final int DESCRIPTION = 160;

    private static final Set<String> LANGUAGES = Set.of(ULocale.getISOLanguages());

    private SearchChecks() {}

    static void title(Subject subject, Findings findings) {
        Seo seo = subject.document().seo();
        String title =
                Objects.requireNonNullElse(seo.title(), subject.document().title());
        length(seo.title() == null ? "/title" : "/seo/title", "title-long", title, TITLE, findings);
    }

    static void description(Subject subject, Findings findings) {
        Seo seo = subject.document().seo();
        String description = seo.description() == null ? subject.document().summary() : seo.description();
        if (description == null || description.isBlank()) {
            findings.warning(
                    "/summary",
                    "description-missing",
                    "Without a summary or a description, search engines choose a sentence themselves.");
        } else {
            String at = seo.description() == null ? "/summary" : "/seo/description";
            length(at, "description-long", description, DESCRIPTION, findings);
        }
    }

    static void locale(Subject subject, Findings findings) {
        String locale = subject.document().locale();
        if (!LANGUAGES.contains(ULocale.forLanguageTag(locale).getLanguage())) {
            findings.warning("/locale", "locale-unknown", "\"" + locale + "\" names no language that is known.");
        }
    }

    private static void length(String at, String code, String text, int limit, Findings findings) {
        int length = shownLength(text);
        if (length > limit) {
            findings.warning(
                    at,
                    code,
                    "Search engines show about " + limit + " characters; here are " + length
                            + " (wide ones count twice).");
        }
    }

    /** As seen: white space folded, what combines counted once, and what is as wide as two counted twice. */
    private static int shownLength(String text) {
        String folded = text.strip().replaceAll("\\s+", " ");
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(folded);
        int length = 0;
        int start = characters.first();
        for (int end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            length += isWide(folded.codePointAt(start)) ? 2 : 1;
        }
        return length;
    }

    private static boolean isWide(int character) {
        int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
    }
}
