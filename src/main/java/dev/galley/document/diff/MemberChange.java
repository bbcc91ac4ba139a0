package dev.galley.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member that has another value. {@code member} is its path in the part ({@code heading}, {@code seo/title}, {@code
 * rows/1/0}); "" is the whole part, without the parts in it: a block that has become another type. {@code words} is there
 * where texts changed.
 */
public record MemberChange(
        String member,
        @Schema(implementation = Object.class) JsonNode before,
        @Schema(implementation = Object.class) JsonNode after,
        @Nullable List<WordChange> words) {}
