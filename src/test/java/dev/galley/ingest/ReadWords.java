package dev.galley.ingest;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.text.InlineText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a reader of a document comes to see, in one string, and what the import says of the rest. */
final class ReadWords {
    private ReadWords() {}

    static String of(Imported imported) {
        ArticleDocument document = imported.document();
        return Stream.of(
                        Stream.of(document.title()),
                        blocks(document.lead()),
                        document.allSections()
                                .flatMap(section -> Stream.concat(heading(section), blocks(section.blocks()))),
                        document.takeaways().stream().map(Takeaway::text).map(InlineText::plain),
                        document.faqs().stream().flatMap(ReadWords::faq))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    static String ofWarnings(Imported imported) {
        return imported.warnings().stream().map(ImportWarning::detail).collect(Collectors.joining(" "));
    }

    private static Stream<String> heading(Section section) {
        return Stream.of(section.heading());
    }

    private static Stream<String> faq(Faq faq) {
        return Stream.concat(Stream.of(faq.question()), blocks(faq.answer()));
    }

    private static Stream<String> blocks(List<Block> blocks) {
        return Blocks.walk(blocks).flatMap(block -> Stream.concat(block.words(), unspoken(block)));
    }

    private static Stream<String> unspoken(Block block) {
        if (block instanceof Image image) {
            return Stream.of(image.url(), String.valueOf(image.alt()));
        } else if (block instanceof Embed embed) {
            return Stream.of(embed.url());
        } else if (block instanceof Callout callout) {
            return Stream.of(callout.kind().lowerCase());
        }
        return block instanceof Code code ? Stream.of(String.valueOf(code.filename())) : Stream.of();
    }
}
