package dev.galley.takeaway;

import dev.galley.article.ArticleReference;
import dev.galley.text.TextForm;
import java.util.UUID;

/** A published takeaway in a list across articles. */
public record TakeawayItem(UUID id, String text, ArticleReference article) {
    static TakeawayItem of(TakeawayRow row, ArticleReference article, TextForm form) {
        return new TakeawayItem(row.id, form.write(row.text), article);
    }
}
