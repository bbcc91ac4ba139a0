package dev.galley.ingest;

import dev.galley.ingest.Piece.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;

/**
 * Reads the HTML between Markdown blocks. CommonMark cuts {@code <details>} at its blank lines: its parts are gathered
 * again.
 */
final class HtmlInMarkdown {
    /** No answer is this long; a {@code <details>} without an end must not make every block be looked at again. */
    private static final int MAX_BLOCKS_INSIDE = 500;

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
        while (open > 0 && count < Math.min(behind.size(), MAX_BLOCKS_INSIDE)) {
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
        int end = html.toLowerCase(Locale.ROOT).lastIndexOf("</details");
        int close = end < 0 ? -1 : html.indexOf('>', end);
        return close < 0 ? html : html.substring(0, end) + html.substring(close + 1);
    }

    /** A tag that never ends would take the words behind it with it. */
    private static String withoutUnfinishedTag(String html) {
        int from = html.length();
        int closed = html.lastIndexOf('>');
        int open = html.lastIndexOf('<');
        while (open > closed && !html.startsWith("<!", open)) {
            from = open;
            open = html.lastIndexOf('<', open - 1);
        }
        return html.substring(0, from) + html.substring(from).replace("<", "&lt;");
    }

    private List<Piece> pieces(String html, int line) {
        Element body = Jsoup.parseBodyFragment(withoutUnfinishedTag(html)).body();
        List<ImportWarning> found = new ArrayList<>();
        for (Comment comment : body.select("*").comments()) {
            if (WORDS.matcher(comment.getData()).find()) {
                String what = "A comment was left out: " + comment.getData().strip();
                found.add(new ImportWarning(ImportWarning.HTML_DROPPED, what, null));
            }
            comment.remove();
        }
        for (Element hidden : body.select("script, style")) {
            if (!hidden.data().isBlank()) {
                String what = "<" + hidden.normalName() + "> was left out, with what is in it";
                found.add(new ImportWarning(ImportWarning.HTML_DROPPED, what, null));
            }
            hidden.remove();
        }
        List<Piece> pieces = HtmlReader.pieces(body, found);
        found.forEach(one -> warnings.add(new ImportWarning(one.code(), one.detail(), line)));
        return pieces;
    }
}
