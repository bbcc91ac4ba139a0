package dev.galley.editorial;

import org.jspecify.annotations.Nullable;

/** Where a part moves; positions count from 0 in the resulting list, the end where none is given; for the API's description, since parts are read member by member. */
record MoveInput(@Nullable String parentId, @Nullable Integer position) {}
