package dev.galley.document.block;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.galley.document.Required;
import dev.galley.text.InlineText;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bulleted, numbered or task list; each item is a line of text and may hold blocks of its own. */
@Schema(name = "List")
public record ListBlock(
        String id,
        Style style,
        @Nullable Integer start,
        @Required List<Item> items) implements Block {
    /** How the items are marked. */
    @Schema(name = "ListStyle")
    public enum Style {
        @JsonProperty("bullet")
        BULLET,
        @JsonProperty("ordered")
        ORDERED,
        @JsonProperty("task")
        TASK
    }

    /** One item; {@code checked} is for task lists alone. */
    @Schema(name = "ListItem")
    public record Item(@Required String text, @Nullable Boolean checked, List<Block> blocks) {
        public Item {
            blocks = Blocks.orEmpty(blocks);
        }

        /** Not for JSON, where an item is an object. */
        @JsonCreator(mode = JsonCreator.Mode.DISABLED)
        public Item(String text) {
            this(text, null, List.of());
        }
    }

    public ListBlock {
        id = Blocks.orEmpty(id);
        style = style == null ? Style.BULLET : style;
        items = List.copyOf(items);
    }

    public ListBlock(Style style, List<Item> items) {
        this("", style, null, items);
    }

    @Override
    public ListBlock withId(String id) {
        return new ListBlock(id, style, start, items);
    }

    @Override
    public ListBlock mapText(UnaryOperator<String> rewrite) {
        return mapItems(item -> new Item(rewrite.apply(item.text()), item.checked(), item.blocks()));
    }

    @Override
    public ListBlock mapBlocks(UnaryOperator<List<Block>> rewrite) {
        return mapItems(item -> new Item(item.text(), item.checked(), rewrite.apply(item.blocks())));
    }

    @Override
    public List<List<Block>> children() {
        return items.stream().map(Item::blocks).toList();
    }

    @Override
    public Stream<String> words() {
        return items.stream().map(item -> InlineText.plain(item.text()));
    }

    @Override
    public String markdown() {
        return IntStream.range(0, items.size()).mapToObj(this::itemMarkdown).collect(Collectors.joining("\n"));
    }

    @Override
    public String html() {
        String inner = items.stream().map(this::itemHtml).collect(Collectors.joining());
        return switch (style) {
            case BULLET -> "<ul>" + inner + "</ul>";
            case TASK -> "<ul class=\"tasks\">" + inner + "</ul>";
            case ORDERED ->
                start == null || start == 1
                        ? "<ol>" + inner + "</ol>"
                        : "<ol start=\"" + start + "\">" + inner + "</ol>";
        };
    }

    @Override
    public String plain() {
        return IntStream.range(0, items.size())
                .mapToObj(i -> itemText(
                        i, box(items.get(i)) + InlineText.plain(items.get(i).text()), Blocks::plain))
                .collect(Collectors.joining("\n"));
    }

    private ListBlock mapItems(UnaryOperator<Item> rewrite) {
        return new ListBlock(id, style, start, items.stream().map(rewrite).toList());
    }

    private String itemMarkdown(int index) {
        Item item = items.get(index);
        String box = box(item);
        // Without a text of its own, the item must not take the paragraph inside it for one.
        boolean bare = item.text().isEmpty() && box.isEmpty();
        Block first = item.blocks().isEmpty() ? null : item.blocks().get(0);
        // Nor may marks of lists follow one another: three of them make a divider.
        boolean hidden = bare && (first instanceof Paragraph || first instanceof ListBlock);
        String text = hidden ? Blocks.SEPARATOR : InlineText.inMarkdown(item.text());
        return itemText(index, box + text, Blocks::markdown);
    }

    private static String box(Item item) {
        return item.checked() == null ? "" : item.checked() ? "[x] " : "[ ] ";
    }

    private String itemText(int index, String text, Function<List<Block>, String> inner) {
        Item item = items.get(index);
        String marker = marker(index);
        // An item can't begin with a blank line (CommonMark 0.31, §5.2), so one without a text begins with its blocks.
        String gap = text.isEmpty() || item.blocks().isEmpty() ? "" : "\n\n";
        return Blocks.indent(text + gap + inner.apply(item.blocks()), marker, " ".repeat(marker.length()));
    }

    private String marker(int index) {
        return style == Style.ORDERED ? String.format(Locale.ROOT, "%d. ", (start == null ? 1 : start) + index) : "- ";
    }

    private String itemHtml(Item item) {
        String box = item.checked() == null
                ? ""
                : item.checked()
                        ? "<input type=\"checkbox\" checked disabled> "
                        : "<input type=\"checkbox\" disabled> ";
        return "<li>" + box + InlineText.html(item.text()) + Blocks.rawHtml(item.blocks()) + "</li>";
    }
}
