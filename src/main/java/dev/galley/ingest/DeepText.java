package dev.galley.ingest;

import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Text that stands in more quotes and lists than anyone writes: it is read as it is, so that a source made to exhaust
 * the stack can't.
 */
final class DeepText extends Paragraph {
    private static final int MAX_DEPTH = 100;

    private DeepText() {}

    static BlockStart start(ParserState state, MatchedBlockParser matched) {
        // Anew on each line: a block that goes on would let others begin inside it.
        if (!isDeep(matched.getMatchedBlockParser().getBlock())) {
            return BlockStart.none();
        }
        return BlockStart.of(new Parser()).atIndex(state.getNextNonSpaceIndex());
    }

    private static boolean isDeep(Node block) {
        int depth = 0;
        for (Node outer = block; outer != null && depth < MAX_DEPTH; outer = outer.getParent()) {
            depth++;
        }
        return depth == MAX_DEPTH;
    }

    private static final class Parser extends AbstractBlockParser {
        private final DeepText text = new DeepText();
        private final SourceLines lines = SourceLines.empty();

        @Override
        public DeepText getBlock() {
            return text;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            lines.addLine(line);
        }

        @Override
        public void parseInlines(InlineParser inlineParser) {
            inlineParser.parse(lines, text);
        }
    }
}
