package dev.galley.taxonomy;

import dev.galley.text.Slug;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A slug, as {@link Slug#isValid} has it. */
@Constraint(validatedBy = ValidSlug.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface ValidSlug {
    String message() default "must be a slug (" + Slug.PATTERN + "), at most 120 characters and not a UUID";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is for other constraints to refuse. */
    class Check implements ConstraintValidator<ValidSlug, String> {
        @Override
        public boolean isValid(@Nullable String slug, ConstraintValidatorContext context) {
            return slug == null || Slug.isValid(slug);
        }
    }
}
