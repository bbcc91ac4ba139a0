package dev.galley.ingest;

import dev.galley.document.block.Embed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/**
 * The content of a post as the HTML that WordPress makes of it. What the block editor wrote is HTML already, between
 * comments; what the classic editor wrote is text with tags in it, in which a line that ends is a line that ends.
 */
final class WordPressHtml {
    private static final String BLOCK = "<!-- wp:";
    private static final Pattern FILLED_IN = Pattern.compile("^\\s*wp:([\\w/-]+)(?:\\s.*)?/\\s*$", Pattern.DOTALL);
    private static final Set<String> TO_THE_LETTER =
            Set.of("pre", "code", "script", "style", "textarea", "svg", "math", "select");
    private static final Set<String> WITHOUT_TEXT =
            Set.of("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "colgroup");

    private WordPressHtml() {}

    /** A fragment for {@link HtmlReader#article}. */
    static Element read(String content, String address, List<ImportWarning> warnings) {
        String html = Shortcodes.read(content.replace("\r\n", "\n"), warnings);
        Element article = HtmlReader.fragment(html, address, warnings);
        tellOfFilledIn(article, warnings);
        if (!content.contains(BLOCK)) {
            elements(article).forEach(WordPressHtml::breakLines);
        }
        elements(article).forEach(WordPressHtml::embed);
        article.select("figure:has(figure)").forEach(WordPressHtml::openGallery);
        return article;
    }

    /** A block that ends where it begins holds nothing: WordPress makes its content when it is shown. */
    private static void tellOfFilledIn(Element article, List<ImportWarning> warnings) {
        article.traverse((node, depth) -> {
            Matcher block = FILLED_IN.matcher(node instanceof Comment comment ? comment.getData() : "");
            if (block.matches()) {
                String detail = "Left out a block that only WordPress can fill in: " + block.group(1);
                warnings.add(new ImportWarning(ImportWarning.HTML_DROPPED, detail, null));
            }
        });
    }

    /** The element and those in it, without what stands to the letter. */
    private static List<Element> elements(Element root) {
        List<Element> elements = new ArrayList<>();
        root.filter((node, depth) -> {
            if (TO_THE_LETTER.contains(node.normalName())) {
                return FilterResult.SKIP_CHILDREN;
            } else if (node instanceof Element element) {
                elements.add(element);
            }
            return FilterResult.CONTINUE;
        });
        return elements;
    }

    /** All children at once: to insert each break by itself would take long where there are many. */
    private static void breakLines(Element parent) {
        if (WITHOUT_TEXT.contains(parent.normalName()) || parent.textNodes().isEmpty()) {
            return;
        }
        List<Node> broken = new ArrayList<>();
        for (Node child : List.copyOf(parent.childNodes())) {
            if (child instanceof TextNode text && text.getWholeText().indexOf('\n') >= 0) {
                breakLines(text.getWholeText(), broken);
            } else {
                broken.add(child);
            }
        }
        parent.empty();
        parent.appendChildren(broken);
    }

    private static void breakLines(String text, List<Node> broken) {
        boolean isBroken = !broken.isEmpty() && isBreak(broken.get(broken.size() - 1));
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean again = i == 1 && isBroken && lines[0].isBlank();
            if (i > 0 && !again) {
                broken.add(new Element("br"));
            }
            if (!lines[i].isBlank()) {
                broken.add(new TextNode(lines[i]));
            }
        }
    }

    private static boolean isBreak(Node node) {
        return node.normalName().equals("br");
    }

    /** An address alone on its line is shown as what it leads to. */
    private static void embed(Element parent) {
        boolean wrapper = parent.hasClass("wp-block-embed__wrapper");
        for (TextNode text : parent.textNodes()) {
            String address = text.getWholeText().strip();
            boolean alone = isEdge(text.previousSibling()) && isEdge(text.nextSibling());
            boolean shown = wrapper ? address.matches("https://\\S+") : Embed.isKnown(address);
            if (alone && shown) {
                text.replaceWith(new Element("iframe").attr("src", address));
            }
        }
    }

    private static boolean isEdge(@Nullable Node node) {
        return node == null
                || isBreak(node)
                || node instanceof Comment
                || (node instanceof Element element && element.isBlock());
    }

    /** Figures in a figure: the captions are those of the inner ones, and the outer one's is a line under them. */
    private static void openGallery(Element gallery) {
        gallery.select("> figcaption").forEach(caption -> caption.tagName("p"));
        gallery.tagName("div");
    }
}
