package dev.galley.faq;

import dev.galley.article.ArticleReference;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A published question with its answer in a list across articles. */
public record FaqItem(UUID id, String anchor, String question, List<Block> answer, ArticleReference article) {
    static FaqItem of(FaqRow row, ArticleReference article, UnaryOperator<String> texts) {
        return new FaqItem(row.id, row.anchor, row.question, Blocks.mapText(row.answer, texts), article);
    }
}
