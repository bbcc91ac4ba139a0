package dev.galley.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jspecify.annotations.Nullable;

/** What one reading of HTML carries along: the address that links start from, and what there is to tell about it. */
final class HtmlReading {
    /** A hostile page could otherwise earn a warning for every few of its bytes. */
    private static final int MOST_WARNINGS = 10_000;

    private static final int EXCERPT = 300;
    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "mailto", "tel", "article");
    private static final Set<String> MEDIA_SCHEMES = Set.of("http", "https");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern NOT_IN_URI = Pattern.compile("[\\s\"<>\\\\^`{|}\\p{Cntrl}]");

    private final List<ImportWarning> warnings;
    private final String base;
    private final int words;

    HtmlReading(Element root, String base, List<ImportWarning> warnings) {
        this.warnings = warnings;
        this.base = base;
        this.words = root.text().length();
    }

    void warn(String code, String detail, Element at) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new ImportWarning(code, detail, line(at) == 0 ? null : line(at)));
        }
    }

    void converted(String detail, Element at) {
        warn(ImportWarning.BLOCK_CONVERTED, detail, at);
    }

    /** Says that an element was left out, with its words; nothing is said of one without words. */
    void dropped(String what, Element element) {
        String text = element.text();
        if (hasWords(text)) {
            warn(ImportWarning.HTML_DROPPED, "Left out " + what + ": " + excerpt(text), element);
        }
    }

    /** Whether the element holds most of what there is to read, so that it can't be a mere addition to it. */
    boolean isMostOf(Element element) {
        return element.text().length() * 2 > words;
    }

    /** The address a link leads to, absolute where the base is known; null where it can't be followed. */
    @Nullable
    String link(String href, Element at) {
        return resolve(href, LINK_SCHEMES, at);
    }

    /** The address of a picture or another thing to load. */
    @Nullable
    String media(String src, Element at) {
        return resolve(src, MEDIA_SCHEMES, at);
    }

    private @Nullable String resolve(String reference, Set<String> schemes, Element at) {
        String stripped = encoded(reference.strip());
        if (stripped.startsWith("#")) {
            return stripped;
        }
        String scheme = scheme(stripped);
        if (scheme == null && !base.isEmpty()) {
            stripped = encoded(StringUtil.resolve(base, stripped));
            scheme = scheme(stripped);
        } else if (scheme == null && isUri(stripped)) {
            warn(
                    ImportWarning.LINK_UNRESOLVED,
                    "Relative links stay as they are, since the page's own address isn't known.",
                    at);
            return stripped;
        }
        boolean follows = scheme != null && schemes.contains(scheme) && isUri(stripped);
        if (!follows) {
            warn(ImportWarning.LINK_UNRESOLVED, "This can't be followed: " + excerpt(reference), at);
        }
        return follows ? stripped : null;
    }

    private static @Nullable String scheme(String reference) {
        var found = SCHEME.matcher(reference);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : null;
    }

    private static String encoded(String reference) {
        return NOT_IN_URI
                .matcher(reference)
                .replaceAll(bad ->
                        String.format(Locale.ROOT, "%%%02X", (int) bad.group().charAt(0)));
    }

    private static boolean isUri(String reference) {
        try {
            URI uri = new URI(reference);
            return !reference.isEmpty() && (uri.getScheme() == null || !"".equals(uri.getSchemeSpecificPart()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static String excerpt(String text) {
        String stripped = text.strip();
        if (stripped.length() <= EXCERPT) {
            return stripped;
        }
        int end = Character.isHighSurrogate(stripped.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return stripped.substring(0, end) + "…";
    }

    /** Where the element stands in the source, counted from 1; 0 where the parser kept no track of it. */
    static int line(Element element) {
        Range range = element.sourceRange();
        return range.isTracked() ? range.start().lineNumber() : 0;
    }
}
