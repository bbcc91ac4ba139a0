package dev.galley.section;

import dev.galley.article.ArticleReference;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.query.Row;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A published section in a list across articles. */
public record SectionItem(
        UUID id,
        String anchor,
        String heading,
        int level,
        @Nullable UUID parentId,
        List<Block> blocks,
        ArticleReference article) {
    /** Of a row with the cells of those members that are shown. */
    static SectionItem of(Row row, UnaryOperator<String> texts) {
        List<Block> blocks = row.get(SectionGrammar.BLOCKS);
        return new SectionItem(
                row.get(SectionGrammar.ID),
                row.get(SectionGrammar.ANCHOR),
                row.get(SectionGrammar.HEADING),
                row.getInt(SectionGrammar.LEVEL),
                row.get(SectionGrammar.PARENT_ID),
                blocks == null ? List.of() : Blocks.mapText(blocks, texts),
                ArticleReference.of(row));
    }
}
