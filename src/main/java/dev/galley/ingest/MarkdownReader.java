package dev.galley.ingest;

import dev.galley.text.BoundedInlineParser;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads CommonMark with GitHub's extensions, and the conventions of the tools that articles come from. */
final class MarkdownReader {
    /** From here on the time that tables are looked for, anew with each line of a paragraph, can be felt. */
    private static final int MAX_LINES_IN_A_ROW = 20_000;

    private static final Extension STRIKETHROUGH =
            StrikethroughExtension.builder().requireTwoTildes(true).build();
    private static final Parser PARSER = parser(List.of(TablesExtension.create(), STRIKETHROUGH));
    private static final Parser WITHOUT_TABLES = parser(List.of(STRIKETHROUGH));

    private MarkdownReader() {}

    static Imported read(String text) {
        List<ImportWarning> warnings = new ArrayList<>();
        FrontMatterReader front = FrontMatterReader.read(CleanText.clean(text, warnings), warnings);
        MarkdownBlocks blocks = new MarkdownBlocks(front.body(), front.lines(), warnings);
        Parser parser = withTables(front.body(), warnings) ? PARSER : WITHOUT_TABLES;
        return Assembler.assemble(blocks.pieces(parser.parse(front.body()), 1), front.meta(), warnings);
    }

    private static boolean withTables(String text, List<ImportWarning> warnings) {
        if (linesInARow(text) > MAX_LINES_IN_A_ROW) {
            Warnings.converted(warnings, "Paragraphs of this length are read without looking for tables", 0);
            return false;
        }
        int tooLarge = TableSize.tooLarge(text);
        if (tooLarge > 0) {
            Warnings.converted(warnings, "With a table as large as this, all tables are kept as text", tooLarge);
        }
        return tooLarge == 0;
    }

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .extensions(extensions)
                .customBlockParserFactory(DeepText::start)
                .customBlockParserFactory(ColonFence::start)
                .inlineParserFactory(BoundedInlineParser::new)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build();
    }

    /** The most lines that stand together with no blank one between them. */
    private static int linesInARow(String text) {
        int most = 0;
        int row = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            row = line.isBlank() ? 0 : row + 1;
            most = Math.max(most, row);
        }
        return most;
    }
}
