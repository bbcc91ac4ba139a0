package dev.galley.taxonomy;

import dev.galley.document.Limits;
import dev.galley.document.TopicKind;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topic as editors write it; without a slug it gets one from its name. */
public record TopicInput(
        @Nullable @ValidSlug String slug,

        @NotBlank @Size(max = Limits.NAME) String name,
        @Nullable TopicKind kind,
        @Nullable @Size(max = Limits.SUMMARY) String description,
        @Nullable @Size(max = 20) List<@WebUrl String> sameAs) {
    static TopicInput of(Topic topic) {
        return new TopicInput(topic.slug, topic.name, topic.kind, topic.description, topic.sameAs);
    }

    void applyTo(Topic topic) {
        topic.name = name;
        topic.kind = kind == null ? TopicKind.CONCEPT : kind;
        topic.description = description;
        topic.sameAs = sameAs == null ? List.of() : sameAs;
    }

    void check(Validator validator) {
        Violations.check(validator, this);
    }
}
