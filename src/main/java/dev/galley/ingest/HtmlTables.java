package dev.galley.ingest;

import dev.galley.document.Limits;
import dev.galley.document.block.Block;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Table;
import dev.galley.document.block.Table.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Reads tables of data; those that only lay out a page are looked through. */
final class HtmlTables {
    private static final Pattern TEXT_ALIGN = Pattern.compile("text-align\\s*:\\s*(left|center|right)");
    private static final Pattern CLASS_ALIGN = Pattern.compile("(?:^|[\\s-])(left|center|right)(?:$|\\s)");

    /** A table can't be wider than anybody could read. */
    private static final int MOST_COLUMNS = 200;

    /** Every row is filled up to the widest, so that a few of them could ask for any amount of memory. */
    private static final long MOST_CELLS = 10L * Limits.BLOCKS;

    private HtmlTables() {}

    static void add(Element table, HtmlFlow flow) {
        List<Element> rows = rows(table);
        if (isLayout(table, rows)) {
            flow.through(table);
            return;
        }
        flow.flush(table);
        strays(table, flow);
        flow.flush(table);
        Element caption = table.selectFirst("> caption");
        if (caption != null && HtmlReading.hasWords(caption.text())) {
            flow.reading().converted("A table's caption became a paragraph before it", table);
            flow.add(new Paragraph(flow.lineTextIn(caption)), table);
        }
        List<List<String>> cells = rows.stream().map(row -> cells(row, flow)).toList();
        if (cells.stream().allMatch(row -> row.stream().allMatch(String::isEmpty))) {
            return;
        }
        if (isTooLarge(cells)) {
            flow.reading()
                    .converted("A table of more than " + MOST_CELLS + " cells: its rows became paragraphs", table);
            asParagraphs(cells).forEach(row -> flow.add(row, table));
            return;
        }
        tellOfHead(table, rows, flow);
        flow.add(new Table(cells.get(0), cells.subList(1, cells.size()), align(rows)), table);
    }

    private static boolean isTooLarge(List<List<String>> cells) {
        long columns = cells.stream().mapToInt(List::size).max().orElse(0);
        return columns * cells.size() > MOST_CELLS;
    }

    private static List<Paragraph> asParagraphs(List<List<String>> cells) {
        return cells.stream()
                .map(row -> row.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" | ")))
                .filter(row -> !row.isEmpty())
                .map(Paragraph::new)
                .toList();
    }

    /** What broken markup leaves between the cells stands before the table, as browsers show it. */
    private static void strays(Element part, HtmlFlow flow) {
        for (Node node : List.copyOf(part.childNodes())) {
            String name = node.normalName();
            if (List.of("thead", "tbody", "tfoot", "tr").contains(name)) {
                strays((Element) node, flow);
            } else if (!List.of("th", "td", "caption").contains(name)) {
                flow.node(node);
            }
        }
    }

    /** The rows of this table and not of those inside it, the head's first. */
    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (String part : List.of("> thead > tr", "> tr, > tbody > tr", "> tfoot > tr")) {
            table.select(part).stream()
                    .filter(row -> row.selectFirst("> th, > td") != null)
                    .forEach(rows::add);
        }
        return rows;
    }

    private static boolean isLayout(Element table, List<Element> rows) {
        String role = table.attr("role").toLowerCase(Locale.ROOT);
        int columns = rows.stream()
                .mapToInt(row -> row.select("> th, > td").size())
                .max()
                .orElse(0);
        boolean oneCell = columns <= 1 && (rows.size() <= 1 || table.selectFirst("th") == null);
        return role.equals("presentation")
                || role.equals("none")
                || oneCell
                || table.selectFirst("h1, h2, h3, h4, h5, h6, pre, figure, blockquote, hr, details") != null;
    }

    private static List<String> cells(Element row, HtmlFlow flow) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.select("> th, > td")) {
            cells.add(text(cell, flow));
            int span = span(cell, "colspan");
            if (span > 1 || span(cell, "rowspan") > 1) {
                flow.reading().converted("A cell that spans others stands in the first of them", cell);
            }
            for (int i = 1; i < span && cells.size() < MOST_COLUMNS; i++) {
                cells.add("");
            }
        }
        return cells;
    }

    private static int span(Element cell, String name) {
        String value = cell.attr(name).strip();
        return value.matches("\\d{1,3}") ? Integer.parseInt(value) : 1;
    }

    private static String text(Element cell, HtmlFlow flow) {
        List<Block> blocks = flow.blocksIn(cell);
        if (blocks.stream().anyMatch(block -> !(block instanceof Paragraph))) {
            flow.reading().converted("A cell holds no blocks: they became lines of text", cell);
        }
        return HtmlFlow.asLine(blocks);
    }

    private static void tellOfHead(Element table, List<Element> rows, HtmlFlow flow) {
        boolean marked =
                table.selectFirst("> thead > tr") != null || rows.get(0).selectFirst("> td") == null;
        if (!marked) {
            flow.reading().converted("A table without a head: its first row became the head", table);
        } else if (table.select("> thead > tr").size() > 1) {
            flow.reading().converted("A table has one row for its head: the others became rows", table);
        }
    }

    private static List<Align> align(List<Element> rows) {
        List<Align> align = new ArrayList<>();
        for (Element row : rows.subList(0, Math.min(2, rows.size()))) {
            List<Element> cells = row.select("> th, > td");
            for (int i = 0; i < cells.size(); i++) {
                Align set = align(cells.get(i));
                if (i >= align.size()) {
                    align.add(set == null ? Align.LEFT : set);
                } else if (set != null && align.get(i) == Align.LEFT) {
                    align.set(i, set);
                }
            }
        }
        return align;
    }

    private static @Nullable Align align(Element cell) {
        String attribute = cell.attr("align").toLowerCase(Locale.ROOT);
        Matcher style = TEXT_ALIGN.matcher(Furniture.attribute(cell, "style").toLowerCase(Locale.ROOT));
        Matcher name = CLASS_ALIGN.matcher(Furniture.attribute(cell, "class").toLowerCase(Locale.ROOT));
        String set =
                !attribute.isEmpty() ? attribute : style.find() ? style.group(1) : name.find() ? name.group(1) : "";
        return switch (set) {
            case "left" -> Align.LEFT;
            case "center" -> Align.CENTER;
            case "right" -> Align.RIGHT;
            default -> null;
        };
    }
}
