package dev.galley.section;

import dev.galley.document.Section;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A section of one article without those inside it: they follow it in reading order and name it as their parent. */
public record FlatSection(
        String id,
        String anchor,
        String heading,
        int level,
        @Nullable String parentId,
        List<Block> blocks) {
    static List<FlatSection> of(List<Section> sections, UnaryOperator<String> texts) {
        List<FlatSection> flat = new ArrayList<>();
        add(flat, sections, 1, null, texts);
        return flat;
    }

    private static void add(
            List<FlatSection> flat,
            List<Section> sections,
            int level,
            @Nullable String parentId,
            UnaryOperator<String> texts) {
        for (Section section : sections) {
            List<Block> blocks = Blocks.mapText(section.blocks(), texts);
            flat.add(new FlatSection(section.id(), section.anchor(), section.heading(), level, parentId, blocks));
            add(flat, section.sections(), level + 1, section.id(), texts);
        }
    }
}
