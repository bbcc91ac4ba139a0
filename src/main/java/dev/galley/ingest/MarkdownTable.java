package dev.galley.ingest;

import dev.galley.document.block.Table;
import dev.galley.document.block.Table.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/** Reads a table: its first row is the head. */
final class MarkdownTable {
    private static final Pattern EDGE_PIPES = Pattern.compile("^\\||(?<!\\\\)\\|$");
    private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");

    private final MarkdownBlocks blocks;
    private final List<ImportWarning> warnings;

    MarkdownTable(MarkdownBlocks blocks, List<ImportWarning> warnings) {
        this.blocks = blocks;
        this.warnings = warnings;
    }

    Table read(TableBlock table) {
        List<List<String>> rows = new ArrayList<>();
        List<Align> align = new ArrayList<>();
        for (Node part : MarkdownInline.children(table)) {
            for (Node row : MarkdownInline.children(part)) {
                rows.add(cells(row));
                if (rows.size() == 1) {
                    MarkdownInline.children(row).forEach(cell -> align.add(align((TableCell) cell)));
                }
                warnOfLostCells(row, align.size());
            }
        }
        return new Table(rows.get(0), rows.subList(1, rows.size()), align);
    }

    private List<String> cells(Node row) {
        return MarkdownInline.children(row).stream()
                .map(cell -> new MarkdownInline(blocks.line(row), warnings).text(cell))
                .toList();
    }

    private static Align align(TableCell cell) {
        if (cell.getAlignment() == null) {
            return Align.LEFT;
        }
        return switch (cell.getAlignment()) {
            case LEFT -> Align.LEFT;
            case CENTER -> Align.CENTER;
            case RIGHT -> Align.RIGHT;
        };
    }

    /** Markdown itself leaves out the cells that are more than the head has. */
    private void warnOfLostCells(Node row, int columns) {
        String line = EDGE_PIPES.matcher(blocks.source(row).strip()).replaceAll("");
        if (PIPE.split(line, -1).length > columns) {
            Warnings.converted(warnings, "A row has more cells than its table's head: " + line, blocks.line(row));
        }
    }
}
