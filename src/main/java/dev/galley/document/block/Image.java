package dev.galley.document.block;

import dev.galley.document.Required;
import dev.galley.text.InlineText;
import dev.galley.text.SafeHtml;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** A picture, its text for those who don't see it, and its caption. */
public record Image(
        String id,
        @Required String url,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable Integer width,
        @Nullable Integer height)
        implements Block {
    public Image {
        id = Blocks.orEmpty(id);
    }

    public Image(String url, @Nullable String alt, @Nullable String caption) {
        this("", url, alt, caption, null, null);
    }

    @Override
    public Image withId(String id) {
        return new Image(id, url, alt, caption, width, height);
    }

    @Override
    public Image mapText(UnaryOperator<String> rewrite) {
        return new Image(id, url, alt, Blocks.map(caption, rewrite), width, height);
    }

    @Override
    public Stream<String> words() {
        return caption == null ? Stream.empty() : Stream.of(InlineText.plain(caption));
    }

    /** Width and height follow as {@code {width=… height=…}}. */
    @Override
    public String markdown() {
        org.commonmark.node.Paragraph paragraph = new org.commonmark.node.Paragraph();
        org.commonmark.node.Image image = new org.commonmark.node.Image(url, caption);
        image.appendChild(new Text(alt == null ? "" : alt));
        paragraph.appendChild(image);
        return InlineText.inMarkdown(InlineText.of(paragraph)) + size();
    }

    @Override
    public String html() {
        String size = (width == null ? "" : " width=\"" + width + "\"")
                + (height == null ? "" : " height=\"" + height + "\"");
        String img = "<img src=\"" + SafeHtml.escape(url) + "\" alt=\"" + SafeHtml.escape(alt == null ? "" : alt) + "\""
                + size + ">";
        return caption == null
                ? "<figure>" + img + "</figure>"
                : "<figure>" + img + "<figcaption>" + InlineText.html(caption) + "</figcaption></figure>";
    }

    @Override
    public String plain() {
        return caption != null ? InlineText.plain(caption) : alt == null ? "" : alt;
    }

    private String size() {
        if (width == null && height == null) {
            return "";
        }
        String both = (width == null ? "" : "width=" + width) + (height == null ? "" : " height=" + height);
        return "{" + both.strip() + "}";
    }
}
