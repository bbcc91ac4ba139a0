package dev.galley.webhook;

import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import dev.galley.platform.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What a receiver is sent, as Standard Webhooks shapes it. */
record Payload(String type, Instant timestamp, Map<String, Object> data) {
    static final String TEST = "webhook.test";

    static Payload of(Change change) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("seq", change.seq);
        switch (change.type) {
            case TOPIC_UPDATED -> data.put("topic", Map.of("slug", change.slug));
            case AUTHOR_UPDATED -> data.put("author", Map.of("slug", change.slug));
            default -> data.put("article", change.article());
        }
        return new Payload(type(change.type), change.at, data);
    }

    /** As the change log names it. */
    static String type(ChangeType type) {
        return Json.MAPPER.convertValue(type, String.class);
    }

    static Payload test(UUID webhook, Instant now) {
        return new Payload(TEST, now, Map.of("webhook", Map.of("id", webhook)));
    }

    String json() {
        return Json.write(this);
    }
}
