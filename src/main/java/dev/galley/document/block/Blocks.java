package dev.galley.document.block;

import dev.galley.document.CalloutLabel;
import dev.galley.document.Conventions;
import dev.galley.text.SafeHtml;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done with a list of blocks as a whole. */
public final class Blocks {
    /** Says of what follows: take it as it is, it announces nothing. */
    public static final String AS_IS = "<!-- " + Conventions.AS_IS + " -->";

    /** Ends what stands before it, and says nothing itself. */
    static final String SEPARATOR = "<!-- -->";

    private Blocks() {}

    /** Every block of the list and of what is inside it, in reading order. */
    public static Stream<Block> walk(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> Stream.concat(
                        Stream.of(block), block.children().stream().flatMap(Blocks::walk)));
    }

    /** Rewrites every block, the innermost first. */
    public static List<Block> map(List<Block> blocks, UnaryOperator<Block> rewrite) {
        return blocks.stream()
                .map(block -> rewrite.apply(block.mapBlocks(inner -> map(inner, rewrite))))
                .toList();
    }

    public static List<Block> mapText(List<Block> blocks, UnaryOperator<String> rewrite) {
        return map(blocks, block -> block.mapText(rewrite));
    }

    public static Stream<String> words(List<Block> blocks) {
        return walk(blocks).flatMap(Block::words);
    }

    public static String markdown(List<Block> blocks) {
        StringBuilder markdown = new StringBuilder();
        Block before = null;
        for (Block block : blocks) {
            markdown.append(before == null ? "" : "\n\n");
            if (before instanceof ListBlock && block instanceof ListBlock) {
                // Two lists in a row would read as one; a comment between them is CommonMark's own advice (§5.3).
                markdown.append(SEPARATOR).append("\n\n");
            }
            if (announces(block)) {
                markdown.append(AS_IS).append("\n\n");
            }
            markdown.append(block.markdown());
            before = block;
        }
        return markdown.toString();
    }

    /** Whether an importer would take a block's Markdown for something else than the block. */
    static boolean announces(Block block) {
        if (block instanceof Paragraph paragraph) {
            return CalloutLabel.of(paragraph.text()) != null || Embed.isKnown(paragraph.text());
        }
        return block instanceof Quote quote
                && !quote.blocks().isEmpty()
                && quote.blocks().get(0) instanceof Paragraph first
                && CalloutLabel.of(first.text()) != null;
    }

    /** Safe to put into a page as it is. */
    public static String html(List<Block> blocks) {
        return SafeHtml.blocks(rawHtml(blocks));
    }

    public static String plain(List<Block> blocks) {
        return blocks.stream().map(Block::plain).collect(Collectors.joining("\n\n"));
    }

    static String rawHtml(List<Block> blocks) {
        return blocks.stream().map(Block::html).collect(Collectors.joining("\n"));
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String map(@Nullable String text, UnaryOperator<String> rewrite) {
        return text == null ? null : rewrite.apply(text);
    }

    /** Each line but blank ones behind a prefix; the first behind its own. */
    static String indent(String text, String first, String others) {
        return first
                + text.lines()
                        .map(line -> line.isEmpty() ? line : others + line)
                        .collect(Collectors.joining("\n"))
                        .substring(text.isEmpty() || text.startsWith("\n") ? 0 : others.length());
    }

    /** Each line, blank ones too, behind "> ". */
    static String quoted(String text) {
        return text.lines().map(line -> line.isEmpty() ? ">" : "> " + line).collect(Collectors.joining("\n"));
    }
}
