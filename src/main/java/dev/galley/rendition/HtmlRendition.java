package dev.galley.rendition;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Image;
import dev.galley.text.InlineText;
import dev.galley.text.SafeHtml;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/** A document as a page of semantic HTML: one {@code article}, headings by depth, anchors, FAQs as {@code details}. */
public final class HtmlRendition {
    private static final int DEEPEST_HEADING = 6;

    private HtmlRendition() {}

    /** A whole page, without any style or script. */
    public static String page(ArticleDocument document) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.expectFirst("html").attr("lang", document.locale());
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        page.head().appendElement("title").text(document.title());
        page.body().html(article(document));
        return "<!doctype html>\n" + page.outerHtml() + "\n";
    }

    /** The article alone, safe to put into a page as it is. */
    public static String article(ArticleDocument document) {
        return SafeHtml.blocks("<article><header><h1>" + SafeHtml.escape(document.title()) + "</h1>"
                + summary(document) + hero(document) + "</header>\n"
                + Blocks.html(document.lead()) + "\n"
                + sections(document.sections(), 2)
                + takeaways(document.takeaways())
                + faqs(document.faqs())
                + "</article>");
    }

    private static String summary(ArticleDocument document) {
        return document.summary() == null ? "" : "<p>" + SafeHtml.escape(document.summary()) + "</p>";
    }

    private static String hero(ArticleDocument document) {
        return document.hero() == null
                ? ""
                : new Image(
                                "",
                                document.hero().url(),
                                document.hero().alt(),
                                document.hero().caption(),
                                document.hero().width(),
                                document.hero().height())
                        .html();
    }

    private static String sections(List<Section> sections, int level) {
        return sections.stream().map(section -> section(section, level)).collect(Collectors.joining());
    }

    private static String section(Section section, int level) {
        String tag = "h" + Math.min(level, DEEPEST_HEADING);
        return "<section id=\"" + section.anchor() + "\"><" + tag + ">" + SafeHtml.escape(section.heading()) + "</"
                + tag
                + ">\n" + Blocks.html(section.blocks()) + "\n" + sections(section.sections(), level + 1)
                + "</section>\n";
    }

    private static String takeaways(List<Takeaway> takeaways) {
        return takeaways.isEmpty()
                ? ""
                : "<section id=\"key-takeaways\"><h2>Key Takeaways</h2>"
                        + takeaways.stream()
                                .map(takeaway -> "<li>" + InlineText.html(takeaway.text()) + "</li>")
                                .collect(Collectors.joining("", "<ul>", "</ul>"))
                        + "</section>\n";
    }

    private static String faqs(List<Faq> faqs) {
        return faqs.isEmpty()
                ? ""
                : "<section id=\"faq\"><h2>Frequently Asked Questions</h2>"
                        + faqs.stream().map(HtmlRendition::faq).collect(Collectors.joining("\n"))
                        + "</section>\n";
    }

    private static String faq(Faq faq) {
        return "<details id=\"" + faq.anchor() + "\"><summary>" + SafeHtml.escape(faq.question()) + "</summary>"
                + Blocks.html(faq.answer()) + "</details>";
    }
}
