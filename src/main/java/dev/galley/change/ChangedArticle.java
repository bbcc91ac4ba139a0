package dev.galley.change;

import java.util.UUID;

/** Which article a change is of, in the state that it left behind. */
public record ChangedArticle(UUID id, String slug, String locale, long version) {}
