package dev.galley.article;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import java.util.List;
import java.util.Set;

/** All of a published article that is read whole, kept beside the rows of its parts. */
public record ArticleBody(List<Block> lead, List<Section> sections, List<Takeaway> takeaways, List<Faq> faqs) {
    /** What a link can point at inside the article. */
    public Set<String> anchors() {
        return ArticleDocument.titled("")
                .withBody(lead, sections, takeaways, faqs)
                .anchors();
    }
}
