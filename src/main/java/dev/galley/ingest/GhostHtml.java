package dev.galley.ingest;

import java.util.List;
import org.jsoup.nodes.Element;

/** The HTML of a post with Ghost's cards as the elements that say the same. */
final class GhostHtml {
    /** Parts of cards that only a script gives a meaning, or that repeat what stands beside them. */
    private static final String DECORATION = ".kg-video-overlay, .kg-video-player-container, .kg-audio-player,"
            + " .kg-audio-thumbnail, .kg-toggle-card-icon, .kg-bookmark-metadata, .kg-bookmark-thumbnail";

    private GhostHtml() {}

    /** A fragment for {@link HtmlReader#article}. */
    static Element read(String html, List<ImportWarning> warnings) {
        Element article = HtmlReader.fragment(html, "", warnings);
        article.select(DECORATION).remove();
        article.select(".kg-toggle-card").forEach(GhostHtml::toggle);
        article.select(".kg-callout-emoji + .kg-callout-text").forEach(GhostHtml::callout);
        return article;
    }

    private static void toggle(Element card) {
        Element heading = card.selectFirst("> .kg-toggle-heading");
        if (heading != null) {
            heading.select("h1, h2, h3, h4, h5, h6").forEach(words -> words.tagName("span"));
            heading.tagName("summary");
            card.tagName("details");
        }
    }

    /** The sign says what kind of call-out it is, where it opens the text. */
    private static void callout(Element text) {
        Element sign = text.previousElementSibling();
        if (sign != null) {
            text.prependText(sign.text() + " ");
            sign.remove();
        }
    }
}
