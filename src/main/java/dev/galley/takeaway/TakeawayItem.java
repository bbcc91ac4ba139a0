package dev.galley.takeaway;

import dev.galley.article.ArticleReference;
import dev.galley.query.Row;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A published takeaway in a list across articles. */
public record TakeawayItem(UUID id, String text, ArticleReference article) {
    /** Of a row with the cells of those members that are shown. */
    static TakeawayItem of(Row row, UnaryOperator<String> texts) {
        String text = row.get(TakeawayGrammar.TEXT);
        return new TakeawayItem(
                row.get(TakeawayGrammar.ID), text == null ? "" : texts.apply(text), ArticleReference.of(row));
    }
}
