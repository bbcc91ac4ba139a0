package dev.galley.editorial;

import dev.galley.document.Section;
import dev.galley.document.block.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new section and where it goes; for the API's description, since parts are read member by member. */
record SectionInput(
        String heading,
        @Nullable String anchor,
        List<Block> blocks,
        List<Section> sections,
        @Nullable String parentId,
        @Nullable Integer position) {}
