package dev.galley.ingest;

import dev.galley.document.block.Block;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Paragraph;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Question;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Reads the HTML between Markdown blocks. CommonMark cuts {@code <details>} at its blank lines: its parts are gathered
 * again.
 */
final class HtmlInMarkdown {
    private static final Pattern COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern DETAILS = Pattern.compile("(?i)<(/?)details\\b[^>]*>");
    private static final Pattern OPENING =
            Pattern.compile("(?is)^\\s*<details\\b[^>]*>\\s*(?:<summary\\b[^>]*>(.*?)</summary>)?");

    private final MarkdownBlocks blocks;
    private final List<ImportWarning> warnings;

    HtmlInMarkdown(MarkdownBlocks blocks, List<ImportWarning> warnings) {
        this.blocks = blocks;
        this.warnings = warnings;
    }

    /** Adds what the HTML holds to {@code pieces}; answers how many of the nodes behind it are its own. */
    int read(HtmlBlock html, List<Node> behind, int depth, List<Piece> pieces) {
        String literal = html.getLiteral();
        int line = blocks.line(html);
        Matcher opening = OPENING.matcher(literal);
        int end = opening.find() ? detailsEnd(literal, behind) : -1;
        if (end >= 0) {
            pieces.add(details(html, opening, behind.subList(0, end), depth));
            return end;
        }
        pieces.addAll(pieces(literal, line));
        return 0;
    }

    /** How many nodes behind belong to the {@code <details>} that begins; -1 where it never ends. */
    private static int detailsEnd(String literal, List<Node> behind) {
        int open = balance(literal);
        int count = 0;
        while (open > 0 && count < behind.size()) {
            open += behind.get(count) instanceof HtmlBlock html ? balance(html.getLiteral()) : 0;
            count++;
        }
        return open > 0 ? -1 : count;
    }

    private static int balance(String literal) {
        return DETAILS.matcher(literal)
                .results()
                .mapToInt(tag -> tag.group(1).isEmpty() ? 1 : -1)
                .sum();
    }

    private Piece details(HtmlBlock html, Matcher opening, List<Node> inside, int depth) {
        int line = blocks.line(html);
        String summary =
                opening.group(1) == null ? "" : Jsoup.parse(opening.group(1)).text();
        List<Piece> answer = new ArrayList<>();
        String rest = html.getLiteral().substring(opening.end());
        answer.addAll(pieces(inside.isEmpty() ? withoutLastEnd(rest) : rest, line));
        if (!inside.isEmpty()) {
            answer.addAll(blocks.pieces(inside.subList(0, inside.size() - 1), depth));
            HtmlBlock last = (HtmlBlock) inside.get(inside.size() - 1);
            answer.addAll(pieces(withoutLastEnd(last.getLiteral()), blocks.line(last)));
        }
        return new Question(summary.isEmpty() ? "Details" : summary, blocks.blocks(answer), line);
    }

    private static String withoutLastEnd(String html) {
        int end = html.toLowerCase(java.util.Locale.ROOT).lastIndexOf("</details");
        int close = end < 0 ? -1 : html.indexOf('>', end);
        return close < 0 ? html : html.substring(0, end) + html.substring(close + 1);
    }

    private List<Piece> pieces(String html, int line) {
        COMMENT.matcher(html)
                .results()
                .filter(comment -> WORDS.matcher(comment.group(1)).find())
                .forEach(comment ->
                        dropped("A comment was left out: " + comment.group(1).strip(), line));
        Element body =
                Jsoup.parseBodyFragment(COMMENT.matcher(html).replaceAll("")).body();
        List<Piece> pieces = new ArrayList<>();
        for (Element frame : body.select("iframe")) {
            pieces.add(new Body(frame(frame, line), true, line));
            frame.remove();
        }
        String words = body.text();
        if (!words.isEmpty()) {
            dropped("HTML became a paragraph", line);
            pieces.add(new Body(new Paragraph(InlineText.literal(words)), false, line));
        }
        return pieces;
    }

    private Block frame(Element frame, int line) {
        String src = frame.attr("src").startsWith("//") ? "https:" + frame.attr("src") : frame.attr("src");
        String title = frame.attr("title");
        if (!src.startsWith("https://")) {
            Warnings.converted(warnings, "A frame that isn't at an https address became a link: " + src, line);
            return new Paragraph(InlineText.literal((title + " " + src).strip()));
        }
        String provider = frame.hasAttr("data-provider") ? frame.attr("data-provider") : Embed.providerOf(src);
        return new Embed(src, provider == null || provider.isEmpty() ? null : provider, title.isEmpty() ? null : title);
    }

    private void dropped(String what, int line) {
        warnings.add(new ImportWarning(ImportWarning.HTML_DROPPED, what, line == 0 ? null : line));
    }
}
