package dev.galley.article;

import dev.galley.document.Section;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A section with those inside it; {@code level} counts the depth in the tree, from 1. */
@Schema(name = "Section")
public record SectionView(
        String id, String anchor, String heading, int level, List<Block> blocks, List<SectionView> sections) {
    public static List<SectionView> of(List<Section> sections, int level, UnaryOperator<String> texts) {
        return sections.stream().map(section -> of(section, level, texts)).toList();
    }

    public static SectionView of(Section section, int level, UnaryOperator<String> texts) {
        return new SectionView(
                section.id(),
                section.anchor(),
                section.heading(),
                level,
                Blocks.mapText(section.blocks(), texts),
                of(section.sections(), level + 1, texts));
    }
}
