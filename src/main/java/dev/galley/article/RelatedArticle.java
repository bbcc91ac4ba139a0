package dev.galley.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article near another one, as lists show it, and why. */
public record RelatedArticle(@JsonUnwrapped ArticleSummary article, List<Reason> because) {
    /** A topic that both have, by its slug; or words that both use, as the first one writes them, the strongest first. */
    @Schema(name = "RelatedReason")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(@Nullable String topic, @Nullable List<String> words) {
        public static Reason topic(String slug) {
            return new Reason(slug, null);
        }

        public static Reason words(List<String> words) {
            return new Reason(null, words);
        }
    }
}
