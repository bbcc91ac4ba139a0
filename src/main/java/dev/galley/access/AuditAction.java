package dev.galley.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done to something, as the audit names it: {@code article.published}. */
public enum AuditAction {
    ARTICLE_CREATED,
    ARTICLE_SAVED,
    ARTICLE_PUBLISHED,
    ARTICLE_UNPUBLISHED,
    ARTICLE_SCHEDULED,
    ARTICLE_UNSCHEDULED,
    ARTICLE_TRASHED,
    ARTICLE_RESTORED,
    ARTICLE_PURGED,
    PREVIEW_CREATED,
    PREVIEW_REVOKED,
    TOPIC_CREATED,
    TOPIC_CHANGED,
    TOPIC_DELETED,
    AUTHOR_CREATED,
    AUTHOR_CHANGED,
    AUTHOR_DELETED,
    KEY_CREATED,
    KEY_CHANGED,
    KEY_REVOKED,
    WEBHOOK_CREATED,
    WEBHOOK_CHANGED,
    WEBHOOK_ROTATED,
    WEBHOOK_DELETED;

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static Optional<AuditAction> byValue(String value) {
        return Stream.of(values())
                .filter(action -> action.value().equals(value))
                .findFirst();
    }

    static List<String> allValues() {
        return Stream.of(values()).map(AuditAction::value).toList();
    }
}
