package dev.galley.rendition;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.Paragraph;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;

/** A document as plain text for reading, in lines of up to 80 characters. */
public final class PlainRendition {
    private static final int WIDTH = 80;

    private PlainRendition() {}

    public static String of(ArticleDocument document) {
        List<String> parts = new ArrayList<>();
        parts.add(underlined(document.title(), '='));
        if (document.summary() != null) {
            parts.add(wrapped(document.summary()));
        }
        parts.add(blocks(document.lead()));
        document.allSections().forEach(section -> parts.addAll(section(section)));
        parts.add(takeaways(document.takeaways()));
        parts.addAll(faqs(document.faqs()));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static List<String> section(Section section) {
        return List.of(underlined(section.heading(), '-'), blocks(section.blocks()));
    }

    private static String takeaways(List<Takeaway> takeaways) {
        return takeaways.isEmpty()
                ? ""
                : takeaways.stream()
                        .map(takeaway -> "- " + InlineText.plain(takeaway.text()))
                        .collect(Collectors.joining("\n", underlined("Key Takeaways", '-') + "\n\n", ""));
    }

    private static List<String> faqs(List<Faq> faqs) {
        return faqs.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(underlined("Frequently Asked Questions", '-')),
                                faqs.stream().flatMap(faq -> Stream.of("Q: " + faq.question(), blocks(faq.answer()))))
                        .toList();
    }

    /** Only running text is wrapped: the lines of code and lists mean something as they are. */
    private static String blocks(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block instanceof Paragraph ? wrapped(block.plain()) : block.plain())
                .collect(Collectors.joining("\n\n"));
    }

    private static String underlined(String heading, char line) {
        return heading + "\n" + String.valueOf(line).repeat(Math.min(WIDTH, heading.length()));
    }

    private static String wrapped(String text) {
        return text.lines().map(line -> WordUtils.wrap(line, WIDTH)).collect(Collectors.joining("\n"));
    }
}
