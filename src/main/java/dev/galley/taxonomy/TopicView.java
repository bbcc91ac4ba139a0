package dev.galley.taxonomy;

import dev.galley.document.TopicKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A topic as articles show it. */
@Schema(name = "Topic")
public record TopicView(String slug, String name, TopicKind kind) {
    public static TopicView of(Topic topic) {
        return new TopicView(topic.slug, topic.name, topic.kind);
    }
}
