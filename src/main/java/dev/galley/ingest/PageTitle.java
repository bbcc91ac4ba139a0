package dev.galley.ingest;

import dev.galley.ingest.Piece.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the title of an article that holds none itself: the page's H1 around it, or what the page calls itself. */
final class PageTitle {
    private static final Pattern SITE = Pattern.compile("^(.{3,}?)\\s+(?:[|–—·»]|-)\\s+[^|–—·»]{1,60}$");

    /** One by one, each would be tried as the last before the site. */
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PageTitle() {}

    /** The pieces with the title as their H1, where one was found. */
    static List<Piece> in(Document page, Element root, List<Piece> pieces) {
        boolean titled = pieces.stream().anyMatch(piece -> piece instanceof Heading heading && heading.level() == 1);
        String title = titled ? "" : title(page, root);
        if (title.isEmpty()) {
            return pieces;
        }
        List<Piece> all = new ArrayList<>(pieces);
        all.removeIf(piece -> piece == firstHeading(pieces, title));
        all.add(0, new Heading(1, title, "", false, 0));
        return all;
    }

    /** The heading that opens the article and says the title already, whatever its level. */
    private static @Nullable Piece firstHeading(List<Piece> pieces, String title) {
        Piece first = pieces.isEmpty() ? null : pieces.get(0);
        return first instanceof Heading heading && heading.text().equalsIgnoreCase(title) ? first : null;
    }

    private static String title(Document page, Element root) {
        String called = called(page);
        List<Element> outside = page.select("h1").stream()
                .filter(h1 ->
                        h1.closest("nav, [hidden]") == null && !h1.parents().contains(root))
                .filter(h1 -> HtmlReading.hasWords(h1.text()))
                .toList();
        for (Element h1 : outside) {
            if (called.isEmpty() || called.contains(h1.text()) || h1.text().contains(called)) {
                return h1.text();
            }
        }
        // One that stands in the page's own header names the site more often than the article.
        Element only = outside.size() == 1 ? outside.get(0) : null;
        return only != null && only.closest("header, [role=banner]") == null
                ? only.text()
                : withoutSite(called, outside);
    }

    private static String called(Document page) {
        Element og = page.selectFirst("meta[property=og:title][content]");
        String title = og == null ? "" : og.attr("content").strip();
        return title.isEmpty() ? page.title().strip() : title;
    }

    private static String withoutSite(String title, List<Element> outside) {
        if (title.isEmpty()) {
            return outside.isEmpty() ? "" : outside.get(0).text();
        }
        Matcher site = SITE.matcher(SPACES.matcher(title).replaceAll(" "));
        return site.matches() ? site.group(1) : title;
    }
}
