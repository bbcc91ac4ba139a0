package dev.galley.faq;

import dev.galley.article.ArticleReference;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.query.Row;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A published question with its answer in a list across articles. */
public record FaqItem(UUID id, String anchor, String question, List<Block> answer, ArticleReference article) {
    /** Of a row with the cells of those members that are shown. */
    static FaqItem of(Row row, UnaryOperator<String> texts) {
        List<Block> answer = row.get(FaqGrammar.ANSWER);
        return new FaqItem(
                row.get(FaqGrammar.ID),
                row.get(FaqGrammar.ANCHOR),
                row.get(FaqGrammar.QUESTION),
                answer == null ? List.of() : Blocks.mapText(answer, texts),
                ArticleReference.of(row));
    }
}
