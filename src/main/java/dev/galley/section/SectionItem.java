package dev.galley.section;

import dev.galley.article.ArticleReference;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
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
    static SectionItem of(SectionRow row, ArticleReference article, UnaryOperator<String> texts) {
        return new SectionItem(
                row.id, row.anchor, row.heading, row.level, row.parentId, Blocks.mapText(row.blocks, texts), article);
    }
}
