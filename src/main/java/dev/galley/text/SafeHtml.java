package dev.galley.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/** The last gate of all HTML that leaves: only what is listed here passes, whatever was stored. */
public final class SafeHtml {
    /** Resolves relative links while they are checked; it never stands in the output. */
    private static final String ANY_BASE = "https://relative.invalid/";

    private static final Safelist INLINE = links(new Safelist().addTags("em", "strong", "code", "del", "br"));

    private static final Safelist BLOCKS = links(new Safelist()
                    .addTags("article", "header", "section", "h1", "h2", "h3", "h4", "h5", "h6", "p", "em", "strong")
                    .addTags("code", "del", "br", "ul", "ol", "li", "input", "pre", "aside", "blockquote", "footer")
                    .addTags("figure", "figcaption", "img", "table", "thead", "tbody", "tr", "th", "td", "hr")
                    .addTags("details", "summary", "cite", "time", "span"))
            .addAttributes("section", "id")
            .addAttributes("details", "id")
            .addAttributes("aside", "class", "data-kind")
            .addAttributes("code", "class")
            .addAttributes("ol", "start")
            .addAttributes("ul", "class")
            .addAttributes("input", "type", "checked", "disabled")
            .addAttributes("img", "src", "alt", "width", "height", "title")
            .addAttributes("th", "class")
            .addAttributes("td", "class")
            .addAttributes("time", "datetime")
            .addAttributes("a", "data-provider")
            .addProtocols("img", "src", "http", "https");

    private SafeHtml() {}

    /** The inline elements of a text member and nothing else. */
    public static String inline(String html) {
        return clean(html, INLINE);
    }

    /** The elements that blocks and whole articles are made of. */
    public static String blocks(String html) {
        return clean(html, BLOCKS);
    }

    public static String escape(String text) {
        return Entities.escape(text, settings());
    }

    private static String clean(String html, Safelist allowed) {
        return Jsoup.clean(html, ANY_BASE, allowed, settings());
    }

    private static OutputSettings settings() {
        return new OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
    }

    private static Safelist links(Safelist list) {
        return list.addTags("a")
                .addAttributes("a", "href", "title")
                .addProtocols("a", "href", "http", "https", "mailto", "tel", "#")
                .preserveRelativeLinks(true);
    }
}
