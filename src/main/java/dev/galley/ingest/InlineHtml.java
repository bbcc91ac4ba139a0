package dev.galley.ingest;

import dev.galley.text.InlineText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Turns the raw HTML in a line of Markdown into the inline nodes that say the same, and leaves out the rest of it. */
final class InlineHtml {
    private static final Pattern TAG = Pattern.compile("^<(/?)([A-Za-z][A-Za-z0-9-]*)");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");
    /** More tags than these, one in another, are made by no editor. */
    private static final int MAX_OPEN = 20;

    private final List<ImportWarning> warnings;
    private final int line;
    private final Deque<HtmlInline> open = new ArrayDeque<>();
    /** Tags whose end was looked for in vain: it isn't looked for again. */
    private final Set<String> endless = new HashSet<>();

    private InlineHtml(List<ImportWarning> warnings, int line) {
        this.warnings = warnings;
        this.line = line;
    }

    static void translate(Node parent, int line, List<ImportWarning> warnings) {
        new InlineHtml(warnings, line).in(parent);
    }

    private void in(Node parent) {
        List<Node> children = MarkdownInline.children(parent);
        int hiddenUntil = -1;
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            if (i <= hiddenUntil) {
                child.unlink();
            } else if (child instanceof HtmlInline html && hides(name(html))) {
                hiddenUntil = Math.max(i, closing(children, i));
                drop(html, "was left out, with what is in it");
            } else if (child instanceof HtmlInline html) {
                tag(html);
            } else {
                new InlineHtml(warnings, line).in(child);
            }
        }
        open.forEach(html -> drop(html, "has no end"));
    }

    private static boolean hides(String name) {
        return name.equals("script") || name.equals("style");
    }

    private int closing(List<Node> children, int from) {
        String end = "/" + name((HtmlInline) children.get(from));
        for (int i = from + 1; i < children.size() && !endless.contains(end); i++) {
            if (children.get(i) instanceof HtmlInline html && name(html).equals(end)) {
                return i;
            }
        }
        endless.add(end);
        return from;
    }

    private void tag(HtmlInline html) {
        String name = name(html);
        switch (name) {
            case "" -> comment(html);
            case "br", "/br" -> replace(html, new HardLineBreak());
            case "wbr" -> html.unlink();
            case "img" -> image(html);
            default -> {
                if (name.startsWith("/")) {
                    close(html, name.substring(1));
                } else if (counterpart(html) != null && open.size() < MAX_OPEN) {
                    open.push(html);
                } else {
                    drop(html, "has no place in text; its words were kept");
                }
            }
        }
    }

    private void comment(HtmlInline html) {
        if (WORDS.matcher(html.getLiteral()).find()) {
            drop(html, "was left out");
        }
        html.unlink();
    }

    private void image(HtmlInline html) {
        Element element = element(html);
        Image image = new Image(element.attr("src"), element.hasAttr("title") ? element.attr("title") : null);
        image.appendChild(new Text(element.attr("alt")));
        replace(html, image);
    }

    private void close(HtmlInline html, String name) {
        if (open.stream().noneMatch(opening -> name(opening).equals(name))) {
            if (counterpart(name) != null) {
                drop(html, "has no beginning");
            }
            html.unlink();
            return;
        }
        while (!name(open.element()).equals(name)) {
            drop(open.pop(), "has no end");
        }
        wrap(open.pop(), html);
    }

    private static void wrap(HtmlInline from, HtmlInline to) {
        Node around = counterpart(from);
        if (around == null) {
            return;
        }
        while (from.getNext() != null && from.getNext() != to) {
            around.appendChild(from.getNext());
        }
        if (around instanceof Paragraph words) {
            around = new Code(InlineText.plain(InlineText.of(words)));
        }
        to.unlink();
        replace(from, around);
    }

    private static @Nullable Node counterpart(HtmlInline html) {
        String name = name(html);
        if (name.equals("a")) {
            Element element = element(html);
            return element.hasAttr("href") ? new Link(element.attr("href"), null) : null;
        }
        return counterpart(name);
    }

    /** A paragraph stands for code, whose words are known only when it is closed. */
    private static @Nullable Node counterpart(String name) {
        return switch (name) {
            case "b", "strong" -> new StrongEmphasis("**");
            case "i", "em" -> new Emphasis("*");
            case "del", "s", "strike" -> new Strikethrough("~~");
            case "code", "kbd", "samp", "tt" -> new Paragraph();
            default -> null;
        };
    }

    private void drop(HtmlInline html, String why) {
        String name = name(html);
        String what = name.isEmpty() ? "A comment " + why : "<" + name + "> " + why;
        warnings.add(new ImportWarning(ImportWarning.HTML_DROPPED, what, line == 0 ? null : line));
        html.unlink();
    }

    private static void replace(Node old, Node replacement) {
        old.insertAfter(replacement);
        old.unlink();
    }

    /** The tag's name, with "/" before that of an end; "" where it is no tag. */
    private static String name(HtmlInline html) {
        Matcher tag = TAG.matcher(html.getLiteral());
        return tag.find() ? (tag.group(1) + tag.group(2)).toLowerCase(Locale.ROOT) : "";
    }

    private static Element element(HtmlInline html) {
        Element element = Jsoup.parseBodyFragment(html.getLiteral()).body().firstElementChild();
        return element == null ? new Element("span") : element;
    }
}
