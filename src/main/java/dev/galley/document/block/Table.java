package dev.galley.document.block;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.galley.document.Required;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.text.InlineText;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A table with a head; every row has as many cells as the head. */
public record Table(String id, @Required List<String> head, List<List<String>> rows, List<Align> align)
        implements Block {
    /** Of one table, the head's and those that fill rows up with them. */
    public static final int MAX_CELLS = 20_000;

    /** How a column's cells are set. */
    @Schema(name = "TableAlign")
    public enum Align {
        @JsonProperty("left")
        LEFT("---"),
        @JsonProperty("center")
        CENTER(":-:"),
        @JsonProperty("right")
        RIGHT("--:");

        private final String delimiter;

        Align(String delimiter) {
            this.delimiter = delimiter;
        }
    }

    /** Columns without an alignment are set left; rows are filled up with empty cells. */
    public Table {
        id = Blocks.orEmpty(id);
        rows = Blocks.orEmpty(rows);
        int columns =
                Math.max(head.size(), rows.stream().mapToInt(List::size).max().orElse(0));
        if ((long) columns * (rows.size() + 1) > MAX_CELLS) {
            // Before rows are filled up: many short ones below a long one would fill the memory.
            throw Problem.member(
                    "/rows", InputError.TOO_MANY, "At most " + MAX_CELLS + " cells in a table, columns times rows.");
        }
        head = filled(head, columns, "");
        rows = rows.stream().map(row -> filled(row, columns, "")).toList();
        align = filled(Blocks.orEmpty(align), columns, Align.LEFT);
    }

    public Table(List<String> head, List<List<String>> rows, List<Align> align) {
        this("", head, rows, align);
    }

    @Override
    public Table withId(String id) {
        return new Table(id, head, rows, align);
    }

    @Override
    public Table mapText(UnaryOperator<String> rewrite) {
        return new Table(
                id,
                head.stream().map(rewrite).toList(),
                rows.stream().map(row -> row.stream().map(rewrite).toList()).toList(),
                align);
    }

    @Override
    public Stream<String> words() {
        return Stream.concat(head.stream(), rows.stream().flatMap(List::stream)).map(InlineText::plain);
    }

    @Override
    public String markdown() {
        Stream<String> delimiters = align.stream().map(a -> a.delimiter);
        return Stream.concat(
                        Stream.of(line(head.stream().map(Table::cellMarkdown)), line(delimiters)),
                        rows.stream().map(row -> line(row.stream().map(Table::cellMarkdown))))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String html() {
        String body = rows.stream().map(row -> row(row, "td")).collect(Collectors.joining());
        return "<table><thead>" + row(head, "th") + "</thead><tbody>" + body + "</tbody></table>";
    }

    @Override
    public String plain() {
        Function<List<String>, String> line = row -> row.stream()
                .map(cell -> InlineText.plain(cell).replace('\n', ' '))
                .collect(Collectors.joining("\t"));
        return Stream.concat(Stream.of(head), rows.stream()).map(line).collect(Collectors.joining("\n"));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A cell is one line: a break in it is {@code <br>}, with a space that counts for emphasis as the line's end does. */
    private static String cellMarkdown(String text) {
        return InlineText.inMarkdown(text)
                .replace("\\\n", "<br> ")
                .replace("\n", " ")
                .replace("|", "\\|");
    }

    private String row(List<String> cells, String tag) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> "<" + tag + alignClass(i) + ">" + InlineText.html(cells.get(i)) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private String alignClass(int column) {
        return switch (align.get(column)) {
            case LEFT -> "";
            case CENTER -> " class=\"center\"";
            case RIGHT -> " class=\"right\"";
        };
    }

    private static <T> List<T> filled(List<T> list, int size, T filling) {
        return Stream.concat(list.stream(), Stream.generate(() -> filling))
                .limit(size)
                .toList();
    }
}
