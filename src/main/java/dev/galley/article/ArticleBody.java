package dev.galley.article;

import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import java.util.List;

/** All of a published article that is read whole, kept beside the rows of its parts. */
public record ArticleBody(List<Block> lead, List<Section> sections, List<Takeaway> takeaways, List<Faq> faqs) {}
