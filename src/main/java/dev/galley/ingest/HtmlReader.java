package dev.galley.ingest;

import java.util.List;
import org.jsoup.nodes.Element;

/** Reads HTML: a whole page, or a stretch of it that stands in a text of another format. */
final class HtmlReader {
    private HtmlReader() {}

    /** What the element holds. Links start from its base URI; where it has none, relative ones stay as they are. */
    static List<Piece> pieces(Element root, List<ImportWarning> warnings) {
        return HtmlFlow.pieces(root, new HtmlReading(root, root.baseUri(), warnings));
    }
}
