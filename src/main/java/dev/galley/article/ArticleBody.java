package dev.galley.article;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All of a published article that is read whole, kept beside the rows of its parts. */
public record ArticleBody(List<Block> lead, List<Section> sections, List<Takeaway> takeaways, List<Faq> faqs) {
    static final ArticleBody EMPTY = new ArticleBody(List.of(), List.of(), List.of(), List.of());

    /** All of them, those inside others too. */
    public Stream<Block> blocks() {
        return Stream.of(
                        Blocks.walk(lead),
                        sections.stream().flatMap(Section::walk).flatMap(section -> Blocks.walk(section.blocks())),
                        faqs.stream().flatMap(faq -> Blocks.walk(faq.answer())))
                .flatMap(blocks -> blocks);
    }

    /** What a link can point at inside the article. */
    public Set<String> anchors() {
        return ArticleDocument.titled("")
                .withBody(lead, sections, takeaways, faqs)
                .anchors();
    }
}
