package dev.galley.ingest;

import dev.galley.document.ArticleDocument;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads HTML: a whole page, or a stretch of it that stands in a text of another format. */
final class HtmlReader {
    private HtmlReader() {}

    /** The article of a page. Links start from the base, or else from the address that the page gives itself. */
    static Imported read(String html, @Nullable URI base) {
        List<ImportWarning> warnings = new ArrayList<>();
        String source = CleanText.clean(html, warnings);
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        Document page = Jsoup.parse(source, base == null ? "" : base.toString(), parser);
        cleanReferences(page, source, warnings);
        Element root = ArticleFinder.in(page);
        String address = address(page);
        HtmlReading reading = new HtmlReading(root, address, warnings);
        JsonLd data = JsonLd.of(page);
        FrontMatter meta = new PageMetadata(page, data, reading).frontMatter();
        List<Piece> pieces = PageTitle.in(page, root, HtmlFlow.pieces(root, reading));
        return withFaqs(Assembler.assemble(pieces, meta, warnings), data, address);
    }

    /**
     * HTML in which nothing but an article stands, for {@link #article}. Links start from the base; where that is "",
     * relative ones stay as they are.
     */
    static Element fragment(String html, String base, List<ImportWarning> warnings) {
        String source = CleanText.clean(html, warnings);
        Document page = new Document(base);
        Element article = page.appendElement("article");
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        article.appendChildren(parser.parseFragmentInput(source, article, base));
        cleanReferences(page, source, warnings);
        return article;
    }

    /** All of the fragment, with what its source says about it elsewhere. */
    static Imported article(Element fragment, FrontMatter meta, List<ImportWarning> warnings) {
        Document page = fragment.ownerDocument();
        JsonLd data = page == null ? new JsonLd(null, List.of()) : JsonLd.of(page);
        return withFaqs(Assembler.assemble(pieces(fragment, warnings), meta, warnings), data, fragment.baseUri());
    }

    private static Imported withFaqs(Imported imported, JsonLd data, String address) {
        List<ImportWarning> all = new ArrayList<>(imported.warnings());
        ArticleDocument document = PageFaqs.added(imported.document(), data, address, all);
        return new Imported(
                DistinctAnchors.in(Fitting.fitted(document, all), all),
                imported.publishedAt(),
                imported.updatedAt(),
                imported.draft(),
                imported.id(),
                Warnings.summed(all));
    }

    /** What the element holds. Links start from its base URI; where it has none, relative ones stay as they are. */
    static List<Piece> pieces(Element root, List<ImportWarning> warnings) {
        return HtmlFlow.pieces(root, new HtmlReading(root, root.baseUri(), warnings));
    }

    /** The base that was given or that {@code <base>} gives, or else the canonical address. */
    private static String address(Document page) {
        String base = page.baseUri();
        Element canonical = page.selectFirst("link[rel=canonical][href]");
        return !base.isEmpty() || canonical == null
                ? base
                : canonical.attr("href").strip();
    }

    /** Character references can say what the source itself may not. */
    private static void cleanReferences(Document page, String source, List<ImportWarning> warnings) {
        if (!source.contains("&#")) {
            return;
        }
        page.traverse((Node node, int depth) -> {
            if (node instanceof TextNode text) {
                String clean = CleanText.clean(text.getWholeText(), warnings);
                if (!clean.equals(text.getWholeText())) {
                    text.text(clean);
                }
            } else if (node instanceof Element element) {
                for (Attribute attribute : element.attributes()) {
                    attribute.setValue(CleanText.clean(attribute.getValue(), warnings));
                }
            }
        });
    }
}
