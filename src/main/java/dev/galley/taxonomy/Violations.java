package dev.galley.taxonomy;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import jakarta.validation.Validator;
import java.util.List;

/** Checks an input that was made from a patch, where no framework does it at the door. */
final class Violations {
    private Violations() {}

    static void check(Validator validator, Object input) {
        List<InputError> errors = validator.validate(input).stream()
                .map(violation -> InputError.pointer(
                        "/" + violation.getPropertyPath().toString().replaceAll("[.\\[\\]<>]+", "/"),
                        InputError.INVALID,
                        violation.getMessage()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
