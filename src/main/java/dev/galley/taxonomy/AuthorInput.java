package dev.galley.taxonomy;

import dev.galley.document.Limits;
import dev.galley.text.Slug;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An author as editors write one; without a slug they get one from their name. */
public record AuthorInput(
        @Nullable
        @Size(max = Slug.MAX_LENGTH)
        @Pattern(regexp = Slug.STRICT_PATTERN, message = "must be a slug (" + Slug.PATTERN + "), and not a UUID")
        String slug,

        @NotBlank @Size(max = Limits.NAME) String name,
        @Nullable @WebUrl String url) {
    static AuthorInput of(Author author) {
        return new AuthorInput(author.slug, author.name, author.url);
    }

    void applyTo(Author author) {
        author.name = name;
        author.url = url;
    }

    void check(Validator validator) {
        Violations.check(validator, this);
    }
}
