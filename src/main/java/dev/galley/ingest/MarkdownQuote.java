package dev.galley.ingest;

import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.ingest.Piece.Body;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads a block quote: somebody's words and whose, or one of GitHub's alerts. */
final class MarkdownQuote {
    private static final Pattern ALERT = Pattern.compile("^\\[!([A-Za-z]+)][-+]?(?=\\s|$)");

    private final MarkdownBlocks blocks;
    private final List<ImportWarning> warnings;

    MarkdownQuote(MarkdownBlocks blocks, List<ImportWarning> warnings) {
        this.blocks = blocks;
        this.warnings = warnings;
    }

    Block read(BlockQuote quote, int depth, boolean asIs) {
        Block alert = asIs ? null : alert(quote, depth);
        return alert != null ? alert : quote(quote, depth);
    }

    private Quote quote(BlockQuote quote, int depth) {
        splitAttribution(quote);
        List<Piece> pieces = new ArrayList<>(blocks.pieces(quote, depth + 1));
        String attribution = null;
        if (quote.getLastChild() instanceof org.commonmark.node.Paragraph
                && !pieces.isEmpty()
                && pieces.get(pieces.size() - 1) instanceof Body last
                && !last.asIs()
                && last.block() instanceof Paragraph paragraph
                && paragraph.text().startsWith(Quote.ATTRIBUTION_DASH)) {
            String words = paragraph.text().substring(Quote.ATTRIBUTION_DASH.length());
            attribution = InlineText.of(InlineText.parse(words));
            pieces.remove(pieces.size() - 1);
        }
        return new Quote(blocks.blocks(pieces), attribution);
    }

    /** An attribution often stands on the last line of the words themselves. */
    private static void splitAttribution(BlockQuote quote) {
        Node line = quote.getLastChild() instanceof org.commonmark.node.Paragraph last ? last.getLastChild() : null;
        while (line != null && !(line instanceof SoftLineBreak)) {
            line = line.getPrevious();
        }
        if (line != null
                && line.getNext() instanceof Text text
                && text.getLiteral().startsWith(Quote.ATTRIBUTION_DASH)) {
            org.commonmark.node.Paragraph own = new org.commonmark.node.Paragraph();
            own.setSourceSpans(line.getParent().getSourceSpans());
            while (line.getNext() != null) {
                own.appendChild(line.getNext());
            }
            line.unlink();
            quote.appendChild(own);
        }
    }

    private @Nullable Callout alert(BlockQuote quote, int depth) {
        if (!(quote.getFirstChild() instanceof org.commonmark.node.Paragraph first)
                || !(first.getFirstChild() instanceof Text mark)
                || !ALERT.matcher(blocks.source(first)).find()) {
            return null;
        }
        Matcher alert = ALERT.matcher(mark.getLiteral());
        if (!alert.find()) {
            return null;
        }
        Callout.Kind kind = CalloutKinds.named(alert.group(1));
        if (kind == null) {
            Warnings.converted(warnings, "\"" + alert.group() + "\" became a note", blocks.line(quote));
        }
        mark.setLiteral(mark.getLiteral().substring(alert.end()).stripLeading());
        String title = takeTitle(first);
        if (first.getFirstChild() == null) {
            first.unlink();
        }
        return new Callout(
                kind == null ? Callout.Kind.NOTE : kind,
                !title.isEmpty() ? title : kind == null ? alert.group(1) : null,
                blocks.blocks(MarkdownInline.children(quote), depth + 1));
    }

    /** The rest of the first line. */
    private String takeTitle(org.commonmark.node.Paragraph paragraph) {
        Node title = new org.commonmark.node.Heading();
        for (Node node : MarkdownInline.children(paragraph)) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                node.unlink();
                break;
            }
            title.appendChild(node);
        }
        return new MarkdownInline(blocks.line(paragraph), warnings).heading(title);
    }
}
