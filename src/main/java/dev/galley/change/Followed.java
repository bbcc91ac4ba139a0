package dev.galley.change;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The topics and locales whose changes somebody follows; empty sets stand for all. Changes of topics and authors come
 * with each of them, since any article may show those.
 */
public record Followed(Set<String> topics, Set<String> locales) {
    /** {@code audience} is null where the change is of no article. */
    public boolean includes(@Nullable Audience audience) {
        return audience == null || (meet(topics, audience.topics()) && meet(locales, audience.locales()));
    }

    private static boolean meet(Set<String> followed, Set<String> of) {
        return followed.isEmpty() || !Collections.disjoint(followed, of);
    }
}
