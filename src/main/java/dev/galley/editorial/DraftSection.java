package dev.galley.editorial;

import dev.galley.article.SectionView;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Section;
import dev.galley.document.SectionEdits;
import dev.galley.document.block.Block;
import dev.galley.text.TextForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section of a draft and where it stands. */
public record DraftSection(
        String id,
        String anchor,
        String heading,
        int level,
        @Nullable String parentId,
        List<Block> blocks,
        List<SectionView> sections) {
    static DraftSection of(ArticleDocument document, String id) {
        Section section = SectionEdits.get(document, id);
        String parent = SectionEdits.parentOf(document, id);
        int level = level(document, parent);
        return new DraftSection(
                id,
                section.anchor(),
                section.heading(),
                level,
                parent.equals(SectionEdits.TOP) ? null : parent,
                section.blocks(),
                SectionView.of(section.sections(), level + 1, TextForm.MARKDOWN));
    }

    private static int level(ArticleDocument document, String parent) {
        return parent.equals(SectionEdits.TOP) ? 1 : 1 + level(document, SectionEdits.parentOf(document, parent));
    }
}
