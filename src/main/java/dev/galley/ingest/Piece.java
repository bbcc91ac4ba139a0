package dev.galley.ingest;

import dev.galley.document.block.Block;
import java.util.List;

/** What a reader finds in a source, in reading order. {@code line} counts from 1 and is 0 where it isn't known. */
sealed interface Piece {
    int line();

    /**
     * A heading: its depth in the source (1 to 6 or deeper), its words as plain text, and the anchor that the source
     * gives it or "". {@code asIs} where the source says that it announces nothing.
     */
    record Heading(int level, String text, String anchor, boolean asIs, int line) implements Piece {}

    /** A block. {@code asIs} where the source says that it is what it looks like and announces nothing. */
    record Body(Block block, boolean asIs, int line) implements Piece {}

    /** A question that the source itself marks as one ({@code details}, a definition list), with its answer. */
    record Question(String question, List<Block> answer, int line) implements Piece {}
}
