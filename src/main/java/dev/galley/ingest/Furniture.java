package dev.galley.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What stands in a page beside its article: navigation, advertisements, share bars, banners, comments; and what is hidden. */
final class Furniture {
    private static final Set<String> ROLES = Set.of("navigation", "search", "complementary", "dialog", "alertdialog");
    private static final Set<String> PAGE_ROLES = Set.of("banner", "contentinfo");

    /** Words that name such a part in a class or an id ({@code post-share}, {@code cookie_banner}). */
    private static final Set<String> NAMES = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "sidebar",
            "pagination",
            "pager",
            "toolbar",
            "skip",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "share",
            "sharing",
            "shares",
            "sharedaddy",
            "addtoany",
            "social",
            "newsletter",
            "subscribe",
            "subscription",
            "signup",
            "optin",
            "comments",
            "comment",
            "commentlist",
            "disqus",
            "respond",
            "related",
            "recommended",
            "recommendations",
            "outbrain",
            "taboola",
            "advert",
            "adverts",
            "advertisement",
            "advertising",
            "ad",
            "ads",
            "adsbygoogle",
            "adslot",
            "sponsored",
            "promo",
            "popup",
            "modal",
            "paywall");

    private static final Set<String> CONTAINERS =
            Set.of("div", "section", "aside", "ul", "ol", "form", "p", "header", "footer", "iframe", "ins", "dialog");
    private static final Set<String> HIDING_CLASSES =
            Set.of("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only");

    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HIDING_STYLE =
            Pattern.compile("(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)", Pattern.CASE_INSENSITIVE);

    /** No class or style that means anything is longer. */
    private static final int LONGEST_ATTRIBUTE = 2_000;

    private Furniture() {}

    static boolean is(Element element) {
        if (element.attributesSize() == 0 && !element.normalName().equals("nav")) {
            return false;
        }
        String role = element.attr("role").toLowerCase(Locale.ROOT);
        boolean suspect = element.normalName().equals("nav")
                || ROLES.contains(role)
                || (CONTAINERS.contains(element.normalName()) && isNamedSo(element));
        return suspect && element.selectFirst("h1, article, main, pre") == null;
    }

    /** A header or footer that is the page's own, not the article's. */
    static boolean isOfThePage(Element element) {
        boolean edge = element.normalName().equals("header")
                || element.normalName().equals("footer")
                || PAGE_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT));
        return edge && element.selectFirst("h1, article, main") == null;
    }

    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || HIDING_STYLE.matcher(attribute(element, "style")).find()
                || element.classNames().stream().anyMatch(HIDING_CLASSES::contains);
    }

    /** The words that the element's class is made of, in lower case. */
    static Stream<String> classWords(Element element) {
        return words(attribute(element, "class"));
    }

    private static boolean isNamedSo(Element element) {
        // The id of a section often is its heading's anchor, which says nothing of the kind.
        boolean idCounts = !element.normalName().equals("section") && element.selectFirst("h2, h3") == null;
        Stream<String> ids = idCounts ? words(attribute(element, "id")) : Stream.of();
        return Stream.concat(classWords(element), ids).anyMatch(NAMES::contains);
    }

    private static Stream<String> words(String names) {
        return NOT_ALPHANUMERIC.splitAsStream(names.toLowerCase(Locale.ROOT));
    }

    static String attribute(Element element, String name) {
        String value = element.attr(name);
        return value.length() > LONGEST_ATTRIBUTE ? "" : value;
    }
}
