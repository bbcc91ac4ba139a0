package dev.galley.ingest;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads the elements that stand in a line of text. */
final class HtmlMarks {
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern BOLD =
            Pattern.compile("(?:^|;)\\s*font-weight\\s*:\\s*(?:bold|[6-9]00)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_BOLD =
            Pattern.compile("(?:^|;)\\s*font-weight\\s*:\\s*(?:normal|[1-4]00)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITALIC =
            Pattern.compile("(?:^|;)\\s*font-style\\s*:\\s*italic", Pattern.CASE_INSENSITIVE);

    private HtmlMarks() {}

    /** False where the element is none of them. */
    static boolean read(Element element, HtmlFlow flow) {
        HtmlInline text = flow.text();
        switch (element.normalName()) {
            case "em", "i" -> text.emphasis(() -> flow.children(element));
            case "strong", "b" -> bold(element, flow);
            case "del", "s", "strike" -> text.strikethrough(() -> flow.children(element));
            case "code", "kbd", "samp", "tt" -> code(element, flow);
            case "a" -> link(element, flow);
            case "q" -> quoted(element, flow);
            case "sub", "sup" -> raised(element, flow);
            case "br" -> text.lineBreak();
            case "wbr" -> {}
            case "span", "font" -> styled(element, flow);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void bold(Element element, HtmlFlow flow) {
        // Google Docs wraps what it copies into a <b> that isn't bold.
        if (NOT_BOLD.matcher(Furniture.attribute(element, "style")).find()) {
            flow.children(element);
        } else {
            flow.text().strong(() -> flow.children(element));
        }
    }

    private static void styled(Element element, HtmlFlow flow) {
        String style = Furniture.attribute(element, "style");
        Runnable inner = () -> flow.children(element);
        Runnable slanted = ITALIC.matcher(style).find() ? () -> flow.text().emphasis(inner) : inner;
        if (BOLD.matcher(style).find()) {
            flow.text().strong(slanted);
        } else {
            slanted.run();
        }
    }

    private static void code(Element element, HtmlFlow flow) {
        if (element.selectFirst("img, pre, ul, ol, table, p, div") != null) {
            flow.children(element);
        } else {
            flow.text().code(element.wholeText());
        }
    }

    private static void link(Element element, HtmlFlow flow) {
        String href = element.attr("href");
        boolean permalink = !HtmlReading.hasWords(element.text())
                && element.selectFirst("img") == null
                && HEADING.matcher(around(element)).matches();
        if (permalink) {
            return;
        }
        String address = href.isBlank() || element.childNodeSize() == 0
                ? null
                : flow.reading().link(href, element);
        if (address == null) {
            flow.children(element);
        } else {
            String title = element.attr("title").isBlank() ? null : element.attr("title");
            flow.text().link(address, title, element, () -> flow.children(element));
        }
    }

    private static String around(Element element) {
        Element parent = element.parent();
        return parent == null ? "" : parent.normalName();
    }

    private static void quoted(Element element, HtmlFlow flow) {
        flow.text().text("“");
        flow.children(element);
        flow.text().text("”");
    }

    private static void raised(Element element, HtmlFlow flow) {
        flow.reading()
                .warn(
                        ImportWarning.HTML_DROPPED,
                        "<" + element.normalName() + "> has no place in text; its words stayed",
                        element);
        flow.children(element);
    }
}
