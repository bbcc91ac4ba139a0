package dev.galley.section;

import dev.galley.document.Section;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.text.TextForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section of one article without those inside it: they follow it in reading order and name it as their parent. */
public record FlatSection(
        String id,
        String anchor,
        String heading,
        int level,
        @Nullable String parentId,
        List<Block> blocks) {
    static List<FlatSection> of(List<Section> sections, TextForm form) {
        List<FlatSection> flat = new ArrayList<>();
        add(flat, sections, 1, null, form);
        return flat;
    }

    private static void add(
            List<FlatSection> flat, List<Section> sections, int level, @Nullable String parentId, TextForm form) {
        for (Section section : sections) {
            List<Block> blocks = Blocks.mapText(section.blocks(), form::write);
            flat.add(new FlatSection(section.id(), section.anchor(), section.heading(), level, parentId, blocks));
            add(flat, section.sections(), level + 1, section.id(), form);
        }
    }
}
