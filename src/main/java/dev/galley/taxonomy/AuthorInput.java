package dev.galley.taxonomy;

import dev.galley.document.Limits;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An author as editors write one; without a slug they get one from their name. */
public record AuthorInput(
        @Nullable @ValidSlug String slug,

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
