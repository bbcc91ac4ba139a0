package dev.galley.ingest;

import dev.galley.text.BoundedInlineParser;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads CommonMark with GitHub's extensions, and the conventions of the tools that articles come from. */
final class MarkdownReader {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build()))
            .customBlockParserFactory(DeepText::start)
            .customBlockParserFactory(ColonFence::start)
            .inlineParserFactory(BoundedInlineParser::new)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private MarkdownReader() {}

    static Imported read(String text) {
        List<ImportWarning> warnings = new ArrayList<>();
        FrontMatterReader front = FrontMatterReader.read(SourceText.clean(text, warnings), warnings);
        MarkdownBlocks blocks = new MarkdownBlocks(front.body(), front.lines(), warnings);
        List<Piece> pieces = blocks.pieces(PARSER.parse(front.body()), 1);
        return Assembler.assemble(pieces, front.meta(), warnings);
    }
}
