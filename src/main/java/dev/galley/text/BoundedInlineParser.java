package dev.galley.text;

import java.util.regex.Pattern;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * CommonMark's parser of inline text, but for a text with thousands of marks: those can be made to nest deeper than the
 * stack, or to look for an end that isn't there again and again. That one is read to the letter.
 */
public final class BoundedInlineParser implements InlineParser {
    private static final int MAX_MARKS = 2_000;
    private static final Pattern MARK = Pattern.compile("[*_~]+|!\\[|<");

    /** Its class is the library's own, but there is no other way to stand in front of it. */
    private final InlineParserImpl parser;

    public BoundedInlineParser(InlineParserContext context) {
        this.parser = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node node) {
        if (MARK.matcher(lines.getContent()).results().limit(MAX_MARKS + 1).count() <= MAX_MARKS) {
            parser.parse(lines, node);
            return;
        }
        for (SourceLine line : lines.getLines()) {
            if (node.getFirstChild() != null) {
                node.appendChild(new SoftLineBreak());
            }
            node.appendChild(new Text(line.getContent().toString().strip()));
        }
    }
}
