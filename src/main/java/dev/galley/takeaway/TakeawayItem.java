package dev.galley.takeaway;

import dev.galley.article.ArticleReference;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A published takeaway in a list across articles. */
public record TakeawayItem(UUID id, String text, ArticleReference article) {
    static TakeawayItem of(TakeawayRow row, ArticleReference article, UnaryOperator<String> texts) {
        return new TakeawayItem(row.id, texts.apply(row.text), article);
    }
}
