package dev.galley.taxonomy;

import dev.galley.document.Addresses;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An absolute http or https URL. */
@Constraint(validatedBy = WebUrl.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface WebUrl {
    String message() default "must be an absolute http or https URL";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is for other constraints to refuse. */
    class Check implements ConstraintValidator<WebUrl, String> {
        @Override
        public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
            return url == null || Addresses.isWeb(url);
        }
    }
}
