package dev.galley.editorial;

import dev.galley.article.SectionView;
import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Faq;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.document.Takeaway;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Block;
import dev.galley.text.TextForm;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document by itself, with the members that a draft has of it. */
@Schema(name = "Document")
public record DocumentView(
        String slug,
        String locale,
        @Nullable String translationKey,
        String title,
        @Nullable String summary,
        List<AuthorRef> authors,
        List<TopicRef> topics,
        @Nullable SeriesPlace series,
        @Nullable Hero hero,
        List<Block> lead,
        List<SectionView> sections,
        List<Takeaway> takeaways,
        List<Faq> faqs,
        Seo seo) {
    static DocumentView of(ArticleDocument document) {
        return new DocumentView(
                document.slug(),
                document.locale(),
                document.translationKey(),
                document.title(),
                document.summary(),
                document.authors(),
                document.topics(),
                document.series(),
                document.hero(),
                document.lead(),
                SectionView.of(document.sections(), 1, TextForm.MARKDOWN),
                document.takeaways(),
                document.faqs(),
                document.seo());
    }
}
