package dev.galley.ingest;

import dev.galley.document.Limits;
import dev.galley.document.block.Block;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.ListBlock.Style;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lists in plain text, nested by their indentation. */
final class PlainLists {
    private static final Pattern MARKER = Pattern.compile("([-*+–·o]|\\d{1,3}[.)]|\\(\\d{1,3}\\))\\s+(\\S.*)");
    private static final Pattern SIGN = Pattern.compile("([•‣▪◦●○■□⁃])\\s*(\\S.*)");
    private static final Pattern BOX = Pattern.compile("(\\[[ xX]?]|[☐☑☒])\\s+(\\S.*)");

    /** Past it, items stand beside each other: a document's blocks nest no deeper. */
    private static final int DEEPEST = Limits.BLOCK_DEPTH - 1;

    private final List<PlainLine> lines;
    private final boolean wrapped;
    private int next;

    private PlainLists(List<PlainLine> lines, boolean wrapped, int start) {
        this.lines = lines;
        this.wrapped = wrapped;
        this.next = start;
    }

    /** What marks an item: its number, or null for a bullet; and the text behind it. */
    record Marker(@Nullable Integer number, String text) {
        boolean follows(Marker before) {
            return number == null
                    ? before.number == null
                    : before.number != null && (number == before.number + 1 || number.equals(before.number));
        }
    }

    record Found(ListBlock list, int end) {}

    static @Nullable Marker marker(PlainLine line) {
        Matcher matcher = MARKER.matcher(line.text());
        if (matcher.matches() && HtmlReading.hasWords(matcher.group(2))) {
            String digits = matcher.group(1).replaceAll("\\D", "");
            return new Marker(digits.isEmpty() ? null : Integer.valueOf(digits), matcher.group(2));
        }
        Matcher sign = SIGN.matcher(line.text());
        return sign.matches() ? new Marker(null, sign.group(2)) : null;
    }

    /** The list that begins with this line; null where none does. */
    static @Nullable Found at(int start, List<PlainLine> lines, boolean wrapped) {
        Marker first = marker(lines.get(start));
        if (first == null) {
            return null;
        }
        PlainLists reader = new PlainLists(lines, wrapped, start);
        ListBlock list = reader.list(lines.get(start).indent(), 1);
        // A number alone may begin a sentence ("2026. What a year"), and a dash or an "o" a line of another kind.
        boolean clear = list.items().size() > 1
                || lines.get(start).text().matches("[-*•‣▪◦●○■□⁃].*")
                || Integer.valueOf(1).equals(first.number());
        return clear ? new Found(list, reader.next) : null;
    }

    private ListBlock list(int indent, int depth) {
        List<Item> items = new ArrayList<>();
        Marker first = marker(lines.get(next));
        for (Marker marker = first; marker != null; marker = sibling(marker, indent, depth)) {
            items.add(item(marker, indent, depth));
            skipBlanks(indent);
        }
        return list(items, first);
    }

    private @Nullable Marker sibling(Marker before, int indent, int depth) {
        Marker marker = next < lines.size() ? marker(lines.get(next)) : null;
        if (marker == null || !marker.follows(before)) {
            return null;
        }
        int column = lines.get(next).indent();
        boolean beside = depth == DEEPEST ? column > indent - 2 : Math.abs(column - indent) < 2;
        return beside ? marker : null;
    }

    private static ListBlock list(List<Item> items, @Nullable Marker first) {
        Integer number = first == null ? null : first.number();
        boolean tasks = number == null && items.stream().anyMatch(item -> item.checked() != null);
        Style style = tasks ? Style.TASK : number == null ? Style.BULLET : Style.ORDERED;
        Integer start = number == null || number == 1 ? null : number;
        return new ListBlock("", style, start, items);
    }

    private Item item(Marker marker, int indent, int depth) {
        StringBuilder text = new StringBuilder(marker.text());
        next++;
        while (next < lines.size() && continues(lines.get(next), indent)) {
            text.append(' ').append(lines.get(next).text());
            next++;
        }
        List<Block> inner = new ArrayList<>();
        while (depth < DEEPEST && isDeeper(indent)) {
            skipTo(nextFilled());
            inner.add(list(lines.get(next).indent(), depth + 1));
        }
        return item(text.toString(), inner);
    }

    private static Item item(String text, List<Block> inner) {
        Matcher box = BOX.matcher(text);
        if (!box.matches()) {
            return new Item(InlineText.literal(text), null, inner);
        }
        boolean checked = !box.group(1).matches("\\[ ?]|☐");
        return new Item(InlineText.literal(box.group(2)), checked, inner);
    }

    private boolean continues(PlainLine line, int indent) {
        boolean text = !line.isBlank() && marker(line) == null;
        return text && (line.indent() > indent + 1 || wrapped);
    }

    private boolean isDeeper(int indent) {
        int filled = nextFilled();
        return filled < lines.size()
                && filled - next <= 1
                && lines.get(filled).indent() > indent + 1
                && marker(lines.get(filled)) != null;
    }

    /** Blank lines belong to the list where another item follows. */
    private void skipBlanks(int indent) {
        int filled = nextFilled();
        boolean item = filled < lines.size()
                && filled - next <= 2
                && lines.get(filled).indent() <= indent + 1
                && marker(lines.get(filled)) != null;
        if (item) {
            skipTo(filled);
        }
    }

    private int nextFilled() {
        int filled = next;
        while (filled < lines.size() && lines.get(filled).isBlank()) {
            filled++;
        }
        return filled;
    }

    private void skipTo(int line) {
        next = line;
    }
}
