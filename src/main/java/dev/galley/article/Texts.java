package dev.galley.article;

import dev.galley.text.InlineText;
import dev.galley.text.TextForm;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the texts of one answer, in the form asked for and with each link to an article as that one is public now: a
 * link to one that isn't is its words alone.
 */
public final class Texts {
    private final LinkedTexts linked;
    private final TextForm form;
    private final Supplier<Map<UUID, LinkTargets>> read;
    private @Nullable Map<UUID, LinkTargets> targets;

    Texts(LinkedTexts linked, TextForm form, Supplier<Map<UUID, LinkTargets>> read) {
        this.linked = linked;
        this.form = form;
        this.read = read;
    }

    /** Of one article of the answer. */
    public UnaryOperator<String> of(UUID article) {
        return text -> form.apply(
                linked.mayHoldLinks(text)
                        ? InlineText.mapLinks(text, destination -> linked.lead(destination, targets(article)))
                        : text);
    }

    /** Read with the first text that may need it: most answers have none. */
    private LinkTargets targets(UUID article) {
        if (targets == null) {
            targets = read.get();
        }
        return targets.getOrDefault(article, LinkTargets.NONE);
    }
}
