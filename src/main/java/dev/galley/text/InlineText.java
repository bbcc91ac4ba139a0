package dev.galley.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The inline CommonMark of text members: emphasis, strong, code, links, strikethrough, line breaks. Block syntax has no
 * meaning in it, and raw HTML is text.
 */
public final class InlineText {

    /** Two tildes, so that "~5 to ~10 minutes" stays as it is. */
    private static final List<Extension> EXTENSIONS =
            List.of(StrikethroughExtension.builder().requireTwoTildes(true).build());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .inlineParserFactory(BoundedInlineParser::new)
            .enabledBlockTypes(Set.of())
            .customBlockParserFactory(InlineText::startWholeText)
            .build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak(" ")
            .omitSingleParagraphP(true)
            .build();

    private InlineText() {}

    /** The inline nodes of a text, as children of the node returned. */
    public static Node parse(String text) {
        Node document = PARSER.parse(withoutBlankLines(text));
        Node paragraph = document.getFirstChild();
        Node inline = paragraph == null ? document : paragraph;
        flatten(inline);
        return inline;
    }

    /** Takes away emphasis nested deeper than anyone writes, and leaves its words; true where there was any. */
    public static boolean flatten(Node inline) {
        return Nesting.flatten(inline);
    }

    /** A blank line would end the one paragraph that a text is. */
    private static String withoutBlankLines(String text) {
        return text.strip().lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** Safe HTML: no element but the inline ones, no script, no {@code javascript:} link, whatever the text holds. */
    public static String html(String text) {
        Node inline = parse(text);
        ImagesToLinks.in(inline);
        return SafeHtml.inline(HTML.render(inline)).strip();
    }

    /** The words alone. */
    public static String plain(String text) {
        return InlineWriter.plain(parse(text));
    }

    /** Where the links of a text lead, in reading order. */
    public static List<String> links(String text) {
        return InlineLinks.in(parse(text));
    }

    /**
     * The same text with its links leading where {@code rewrite} says; where it says nothing, only the words of the link
     * stay. A text in which nothing changes stays as it is to the letter.
     */
    public static String mapLinks(String text, Function<String, Optional<String>> rewrite) {
        Node inline = parse(text);
        return InlineLinks.rewrite(inline, rewrite) ? of(inline) : text;
    }

    /** The one way that Galley writes these inline nodes: parsing it gives the same nodes again. */
    public static String of(Node inline) {
        flatten(inline);
        return InlineWriter.canonical(inline);
    }

    /** A text that reads as these characters, with nothing in it taken for markup. */
    public static String literal(String characters) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new org.commonmark.node.Text(characters));
        return of(paragraph);
    }

    /** The same text, safe to stand as a paragraph in a Markdown document, where block syntax has a meaning. */
    public static String inMarkdown(String text) {
        return InlineWriter.inMarkdown(parse(text));
    }

    /** Makes the whole text one paragraph, so that no line of it is taken for a link reference definition. */
    private static BlockStart startWholeText(ParserState state, MatchedBlockParser matched) {
        boolean inside = matched.getMatchedBlockParser().getBlock() instanceof Paragraph
                || state.getActiveBlockParser().getBlock() instanceof Paragraph;
        return inside ? BlockStart.none() : BlockStart.of(new WholeText()).atIndex(state.getNextNonSpaceIndex());
    }

    private static final class WholeText extends AbstractBlockParser {
        private final Paragraph paragraph = new Paragraph();
        private final SourceLines lines = SourceLines.empty();

        @Override
        public Paragraph getBlock() {
            return paragraph;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            lines.addLine(line);
        }

        @Override
        public void parseInlines(InlineParser inlineParser) {
            inlineParser.parse(lines, paragraph);
        }
    }
}
