package dev.galley.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** A call-out between {@code :::note title} and {@code :::}; one may stand in another. */
final class ColonFence extends CustomBlock {
    private static final Pattern OPENING =
            Pattern.compile("^:{3,}[ \\t]*([A-Za-z][A-Za-z-]*)(?:[ \\t]+(.*)|\\[(.*)])?[ \\t]*$");
    private static final Pattern CLOSING = Pattern.compile("^:{3,}[ \\t]*$");

    private final String opening;
    private final String kind;
    private final String title;

    private boolean closed;
    /** How many fences inside this one still wait for their end: the next end is theirs. */
    private int openInside;

    private ColonFence(String opening, String kind, String title) {
        this.opening = opening;
        this.kind = kind;
        this.title = title;
    }

    String opening() {
        return opening;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    /** Whether its end was found; without one it was no fence. */
    boolean closed() {
        return closed;
    }

    static BlockStart start(ParserState state, MatchedBlockParser matched) {
        String line = restOfLine(state);
        Matcher opening = OPENING.matcher(line);
        if (state.getIndent() >= 4 || !opening.matches()) {
            return BlockStart.none();
        }
        String title = opening.group(2) != null ? opening.group(2) : opening.group(3) != null ? opening.group(3) : "";
        ColonFence fence = new ColonFence(line.strip(), opening.group(1), title.strip());
        ColonFence around = around(matched.getMatchedBlockParser().getBlock());
        if (around != null) {
            around.openInside++;
        }
        return BlockStart.of(new Parser(fence, around))
                .atIndex(state.getLine().getContent().length());
    }

    private static @Nullable ColonFence around(Node node) {
        for (Node outer = node; outer != null; outer = outer.getParent()) {
            if (outer instanceof ColonFence fence) {
                return fence;
            }
        }
        return null;
    }

    private static String restOfLine(ParserState state) {
        CharSequence line = state.getLine().getContent();
        return line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString();
    }

    private static final class Parser extends AbstractBlockParser {
        private final ColonFence fence;
        private final @Nullable ColonFence around;

        Parser(ColonFence fence, @Nullable ColonFence around) {
            this.fence = fence;
            this.around = around;
        }

        @Override
        public ColonFence getBlock() {
            return fence;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block childBlock) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            boolean inCode = state.getActiveBlockParser().getBlock() instanceof FencedCodeBlock;
            boolean ends = !inCode
                    && state.getIndent() < 4
                    && CLOSING.matcher(restOfLine(state)).matches();
            if (ends && fence.openInside == 0) {
                fence.closed = true;
                return BlockContinue.finished();
            }
            return BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void closeBlock() {
            if (around != null) {
                around.openInside--;
            }
        }
    }
}
