package dev.galley.editorial;

import dev.galley.document.block.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new question and where it goes; for the API's description, since parts are read member by member. */
record FaqInput(
        String question,
        @Nullable String anchor,
        List<Block> answer,
        @Nullable Integer position) {}
