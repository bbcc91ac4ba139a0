package dev.galley.editorial;

import org.jspecify.annotations.Nullable;

/** A new takeaway and where it goes; for the API's description, since parts are read member by member. */
record TakeawayInput(String text, @Nullable Integer position) {}
