package dev.galley.ingest;

import dev.galley.document.block.Block;
import dev.galley.document.block.Code;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads figures: what they show, and what is said under it. */
final class HtmlFigures {
    private HtmlFigures() {}

    static void add(Element figure, HtmlFlow flow) {
        Element caption = figure.selectFirst("figcaption");
        Element link = figure.childrenSize() == 1 ? figure.child(0) : null;
        if (link != null && link.normalName().equals("a") && link.hasAttr("data-provider")) {
            HtmlMedia.embedded(link, link.attr("href"), link.text(), flow);
            return;
        }
        String filename = caption == null ? null : filename(caption);
        String words = caption == null ? "" : flow.lineTextIn(caption);
        if (caption != null) {
            caption.remove();
        }
        List<Block> shown = new ArrayList<>(flow.blocksIn(figure));
        boolean one = shown.size() == 1;
        Block captioned = one ? captioned(shown.get(0), words, filename) : null;
        if (captioned != null) {
            shown.set(0, captioned);
        } else if (caption != null && !(words.isEmpty() && filename == null)) {
            flow.reading().converted("What is said under a figure became a paragraph", figure);
            String text = filename == null ? words : (InlineText.literal(filename) + " " + words).strip();
            shown.add(new Paragraph(text));
        }
        shown.forEach(block -> flow.add(block, figure));
    }

    /** Code is captioned with the name of its file first. */
    private static @Nullable String filename(Element caption) {
        Element first = caption.firstElementChild();
        boolean code = first != null
                && first.normalName().equals("code")
                && caption.text().startsWith(first.text())
                && caption.siblingElements().select("pre").size() == 1;
        if (!code || first == null) {
            return null;
        }
        first.remove();
        return first.text();
    }

    private static @Nullable Block captioned(Block block, String words, @Nullable String filename) {
        String caption = words.isEmpty() ? null : words;
        if (block instanceof Image image && filename == null) {
            String text = caption == null ? image.caption() : caption;
            return new Image("", image.url(), image.alt(), text, image.width(), image.height());
        } else if (block instanceof Code code) {
            String file = filename == null ? code.filename() : filename;
            return new Code("", code.code(), code.language(), file, caption);
        } else if (block instanceof Quote quote && quote.attribution() == null && filename == null) {
            return new Quote(quote.blocks(), caption == null ? null : HtmlQuotes.attribution(caption));
        } else if (block instanceof Embed embed && embed.title() == null && caption != null && filename == null) {
            return new Embed(embed.url(), embed.provider(), InlineText.plain(caption));
        }
        return null;
    }
}
