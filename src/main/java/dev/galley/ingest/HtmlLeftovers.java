package dev.galley.ingest;

import java.util.Set;
import org.jsoup.nodes.Element;

/** What an article can't keep: scripts, hidden parts, form controls, drawings, page furniture that stands in it. */
final class HtmlLeftovers {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "template",
            "link",
            "meta",
            "head",
            "title",
            "base",
            "source",
            "track",
            "param",
            "col",
            "colgroup",
            "area");
    private static final Set<String> CONTROLS = Set.of(
            "button", "select", "textarea", "input", "datalist", "progress", "meter", "output", "optgroup", "option");
    private static final Set<String> DRAWINGS = Set.of("svg", "canvas", "map", "frameset", "frame", "dialog");

    /** A form with more to read than this is one that holds the page. */
    private static final int LONGEST_FORM = 300;

    private HtmlLeftovers() {}

    /** True where the element was left out, with a warning where words went with it. */
    static boolean leaveOut(Element element, HtmlFlow flow) {
        String name = element.normalName();
        HtmlReading reading = flow.reading();
        if (SILENT.contains(name)) {
            return true;
        } else if (Furniture.isHidden(element)) {
            hidden(element, flow);
            return true;
        } else if (CONTROLS.contains(name)) {
            control(element, reading);
            return true;
        } else if (DRAWINGS.contains(name)) {
            reading.dropped("<" + name + ">", element);
            return true;
        } else if (name.equals("math")) {
            formula(element, flow);
            return true;
        } else if (name.equals("noscript")) {
            return noscript(element, flow);
        } else if (isFurniture(element, reading)) {
            reading.dropped("page furniture <" + name + ">", element);
            return true;
        }
        return false;
    }

    private static boolean isFurniture(Element element, HtmlReading reading) {
        boolean form = element.normalName().equals("form") && element.text().length() <= LONGEST_FORM;
        Element parent = element.parent();
        boolean ofPage = parent != null && parent.normalName().equals("body") && Furniture.isOfThePage(element);
        return (form || ofPage || Furniture.is(element)) && !reading.isMostOf(element);
    }

    /** An icon is often hidden from screen readers only: it is a sign like any other. */
    private static void hidden(Element element, HtmlFlow flow) {
        String sign = element.text();
        boolean icon = element.attr("aria-hidden").equalsIgnoreCase("true")
                && !HtmlReading.hasWords(sign)
                && sign.codePoints().anyMatch(Character::isSupplementaryCodePoint);
        if (icon && !sign.contains("🔗")) {
            flow.text().text(sign);
        } else {
            flow.reading().dropped("what is hidden", element);
        }
    }

    private static void control(Element element, HtmlReading reading) {
        boolean says = element.normalName().equals("input")
                && !element.attr("type").equalsIgnoreCase("hidden")
                && HtmlReading.hasWords(element.val());
        if (says) {
            reading.warn(
                    ImportWarning.HTML_DROPPED, "Left out <input>: " + HtmlReading.excerpt(element.val()), element);
        }
        reading.dropped("<" + element.normalName() + ">", element);
    }

    private static void formula(Element element, HtmlFlow flow) {
        Element tex = element.selectFirst("annotation[encoding=application/x-tex]");
        if (tex == null) {
            flow.text().text(element.text());
        } else {
            flow.text().code(tex.text());
        }
        flow.reading().warn(ImportWarning.HTML_DROPPED, "A formula became text: " + element.text(), element);
    }

    /** The plain picture behind one that a script would load is worth reading; a plea to switch scripts on isn't. */
    private static boolean noscript(Element element, HtmlFlow flow) {
        Element before = element.previousElementSibling();
        boolean again = before != null && (before.normalName().equals("img") || before.selectFirst("img") != null);
        boolean picture = element.selectFirst("img, iframe") != null && !HtmlReading.hasWords(element.text());
        if (picture && !again) {
            return false;
        }
        flow.reading().dropped("<noscript>", element);
        return true;
    }
}
