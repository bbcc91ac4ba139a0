package dev.galley.ingest;

import dev.galley.document.block.Block;
import dev.galley.document.block.Paragraph;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads the inline nodes of one paragraph, heading or cell as the texts and pictures of a document. */
final class MarkdownInline {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})(px)?");

    private static final Pattern SIZE = Pattern.compile("^\\{((?:\\s*+(?:width|height)=[^\\s{}]++)++)\\s*+}");
    private static final Pattern MEMBER = Pattern.compile("(width|height)=(\\S+)");

    private final Map<Image, String> sizes = new IdentityHashMap<>();
    private final int line;
    private final List<ImportWarning> warnings;

    MarkdownInline(int line, List<ImportWarning> warnings) {
        this.line = line;
        this.warnings = warnings;
    }

    /** The text and the pictures of a paragraph, in order: a picture has no place inside a line of text. */
    List<Block> blocks(Node paragraph) {
        prepare(paragraph);
        List<Block> blocks = new ArrayList<>();
        Node text = new org.commonmark.node.Paragraph();
        for (Node child : children(paragraph)) {
            List<Image> images = child instanceof Image image ? List.of(image) : takeImages(child);
            if (!(child instanceof Image)) {
                text.appendChild(child);
            }
            if (!images.isEmpty()) {
                text = flush(text, blocks);
                images.forEach(image -> blocks.add(image(image)));
            }
        }
        flush(text, blocks);
        if (blocks.size() > 1) {
            Warnings.converted(warnings, "A picture in a line of text became a block of its own", line);
        }
        return blocks;
    }

    /** A heading's words: it is plain text. */
    String heading(Node heading) {
        prepare(heading);
        for (Link link : found(heading, Link.class)) {
            Warnings.converted(warnings, "A heading has no links: " + link.getDestination() + " was left out", line);
        }
        return SPACES.matcher(InlineText.plain(InlineText.of(heading)))
                .replaceAll(" ")
                .strip();
    }

    /** The pictures of a heading, taken out of it. */
    List<Block> headingImages(Node heading) {
        prepare(heading);
        List<Block> images = new ArrayList<>();
        for (Image image : takeImages(heading)) {
            Warnings.converted(warnings, "A picture in a heading became a block below it", line);
            images.add(image(image));
        }
        return images;
    }

    /** A text of one line, as in a table's cell: a picture in it becomes a link to it. */
    String text(Node inline) {
        prepare(inline);
        for (Image image : found(inline, Image.class)) {
            Warnings.converted(warnings, "A picture in a line of text became a link to it", line);
            Link link = new Link(image.getDestination(), image.getTitle());
            String alt = alt(image);
            link.appendChild(new Text(alt.isEmpty() ? image.getDestination() : alt));
            image.insertAfter(link);
            image.unlink();
        }
        unwrapUnfollowable(inline);
        return InlineText.of(inline);
    }

    private void prepare(Node inline) {
        if (InlineText.flatten(inline)) {
            Warnings.converted(warnings, "Emphasis nested too deep became plain words", line);
        }
        for (Text text : found(inline, Text.class)) {
            text.setLiteral(CleanText.clean(text.getLiteral(), warnings));
        }
        InlineHtml.translate(inline, line, warnings);
        unwrapUnfollowable(inline);
        takeSizes(inline);
    }

    private void unwrapUnfollowable(Node inline) {
        for (Link link : found(inline, Link.class)) {
            if (!LinkTargets.isFollowable(link.getDestination())) {
                String what = "\"" + link.getDestination() + "\" is no address to follow; its words were kept";
                warnings.add(new ImportWarning(ImportWarning.LINK_UNRESOLVED, what, line == 0 ? null : line));
                children(link).forEach(link::insertBefore);
                link.unlink();
            }
        }
    }

    private Node flush(Node text, List<Block> blocks) {
        String written = InlineText.of(text);
        if (!written.isEmpty()) {
            blocks.add(new Paragraph(written));
        }
        return new org.commonmark.node.Paragraph();
    }

    /** The pictures inside a node, taken out of it; a link that held nothing else is named in a warning. */
    private List<Image> takeImages(Node node) {
        List<Image> images = found(node, Image.class);
        for (Image image : images) {
            Node parent = image.getParent();
            image.unlink();
            if (parent instanceof Link link && link.getFirstChild() == null) {
                link.appendChild(new Text(link.getDestination()));
            }
        }
        return images;
    }

    private Block image(Image image) {
        String alt = alt(image);
        if (!LinkTargets.isFollowable(image.getDestination())) {
            String what = "The picture \"" + alt + "\" has no address; its words were kept";
            warnings.add(new ImportWarning(ImportWarning.LINK_UNRESOLVED, what, line == 0 ? null : line));
            return new Paragraph(InlineText.literal(alt + " " + orEmpty(image.getTitle())));
        }
        String caption = InlineText.of(InlineText.parse(orEmpty(image.getTitle())));
        return new dev.galley.document.block.Image(
                "",
                image.getDestination(),
                alt.isEmpty() ? null : alt,
                caption.isEmpty() ? null : caption,
                size(image, "width"),
                size(image, "height"));
    }

    private @Nullable Integer pixels(@Nullable String value) {
        if (value == null) {
            return null;
        } else if (PIXELS.matcher(value).matches()) {
            return Integer.valueOf(value.replace("px", ""));
        }
        Warnings.converted(warnings, "A picture's size is in pixels: \"" + value + "\" was left out", line);
        return null;
    }

    /** Takes the {@code {width=… height=…}} behind each picture out of the text. */
    private void takeSizes(Node inline) {
        for (Image image : found(inline, Image.class)) {
            Matcher size = image.getNext() instanceof Text text ? SIZE.matcher(text.getLiteral()) : null;
            if (size != null && size.find() && image.getNext() instanceof Text text) {
                sizes.put(image, size.group(1));
                text.setLiteral(text.getLiteral().substring(size.end()));
            }
        }
    }

    private @Nullable Integer size(Image image, String name) {
        Matcher member = MEMBER.matcher(sizes.getOrDefault(image, ""));
        String value = null;
        while (member.find()) {
            value = member.group(1).equals(name) ? member.group(2) : value;
        }
        return pixels(value);
    }

    private static String alt(Image image) {
        return SPACES.matcher(InlineText.plain(InlineText.of(image)))
                .replaceAll(" ")
                .strip();
    }

    private static <T extends Node> List<T> found(Node parent, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Node child : children(parent)) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (!(child instanceof Image)) {
                found.addAll(found(child, type));
            }
        }
        return found;
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
