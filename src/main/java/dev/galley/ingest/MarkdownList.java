package dev.galley.ingest;

import dev.galley.document.block.Block;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.ListBlock.Style;
import dev.galley.document.block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads a list: an item's first paragraph is its text, the rest its blocks. */
final class MarkdownList {
    private static final Pattern BOX = Pattern.compile("^\\[([ xX])](?:\\s+|$)");

    private final MarkdownBlocks blocks;
    private final List<ImportWarning> warnings;

    MarkdownList(MarkdownBlocks blocks, List<ImportWarning> warnings) {
        this.blocks = blocks;
        this.warnings = warnings;
    }

    ListBlock read(org.commonmark.node.ListBlock list, int depth) {
        boolean ordered = list instanceof OrderedList;
        List<Item> items = MarkdownInline.children(list).stream()
                .map(item -> item(MarkdownInline.children(item), ordered, depth))
                .toList();
        boolean tasks = items.stream().anyMatch(item -> item.checked() != null);
        Style style = ordered ? Style.ORDERED : tasks ? Style.TASK : Style.BULLET;
        return new ListBlock("", style, start(list), items);
    }

    private static @Nullable Integer start(org.commonmark.node.ListBlock list) {
        Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        return start == null || start == 1 ? null : start;
    }

    private Item item(List<Node> nodes, boolean ordered, int depth) {
        if (nodes.isEmpty() || !(nodes.get(0) instanceof org.commonmark.node.Paragraph first)) {
            return new Item("", null, blocks.blocks(nodes, depth + 1));
        }
        Boolean checked = ordered ? null : takeBox(first);
        List<Block> parts = new MarkdownInline(blocks.line(first), warnings).blocks(first);
        boolean text = !parts.isEmpty() && parts.get(0) instanceof Paragraph;
        List<Block> others = new ArrayList<>(text ? parts.subList(1, parts.size()) : parts);
        others.addAll(blocks.blocks(nodes.subList(1, nodes.size()), depth + 1));
        return new Item(text ? ((Paragraph) parts.get(0)).text() : "", checked, others);
    }

    /** Looks at the source as well: "\[x]" is no box. */
    private @Nullable Boolean takeBox(org.commonmark.node.Paragraph paragraph) {
        if (!(paragraph.getFirstChild() instanceof Text text)
                || !BOX.matcher(blocks.source(paragraph)).find()) {
            return null;
        }
        Matcher box = BOX.matcher(text.getLiteral());
        if (!box.find()) {
            return null;
        }
        text.setLiteral(text.getLiteral().substring(box.end()));
        return !box.group(1).equals(" ");
    }
}
