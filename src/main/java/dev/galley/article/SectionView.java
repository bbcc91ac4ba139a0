package dev.galley.article;

import dev.galley.document.Section;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.text.TextForm;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A section with those inside it; {@code level} counts the depth in the tree, from 1. */
@Schema(name = "Section")
public record SectionView(
        String id, String anchor, String heading, int level, List<Block> blocks, List<SectionView> sections) {
    public static List<SectionView> of(List<Section> sections, int level, TextForm form) {
        return sections.stream().map(section -> of(section, level, form)).toList();
    }

    public static SectionView of(Section section, int level, TextForm form) {
        return new SectionView(
                section.id(),
                section.anchor(),
                section.heading(),
                level,
                Blocks.mapText(section.blocks(), form::write),
                of(section.sections(), level + 1, form));
    }
}
