package dev.galley.document;

import dev.galley.document.block.Blocks;
import dev.galley.text.InlineText;
import dev.galley.text.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long an article is. */
public record Measures(int wordCount, int readingMinutes) {
    public static Measures of(ArticleDocument document) {
        int words = Words.count(read(document).collect(Collectors.joining("\n")));
        return new Measures(words, Words.readingMinutes(words));
    }

    /** What a reader reads: lead, headings, sections, takeaways, questions and answers. */
    public static Stream<String> read(ArticleDocument document) {
        return Stream.of(
                        Blocks.words(document.lead()),
                        document.allSections()
                                .flatMap(s -> Stream.concat(Stream.of(s.heading()), Blocks.words(s.blocks()))),
                        document.takeaways().stream().map(t -> InlineText.plain(t.text())),
                        document.faqs().stream()
                                .flatMap(f -> Stream.concat(Stream.of(f.question()), Blocks.words(f.answer()))))
                .flatMap(words -> words);
    }
}
