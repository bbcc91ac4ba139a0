package dev.galley.taxonomy;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Holds an input to its constraints, once it has been read: from a body as it is, or from a patch and what was there. */
final class Violations {
    private Violations() {}

    static void check(Validator validator, Object input) {
        List<InputError> errors = validator.validate(input).stream()
                .map(violation -> InputError.pointer(pointer(violation), code(violation), violation.getMessage()))
                .sorted((a, b) -> String.valueOf(a.pointer()).compareTo(String.valueOf(b.pointer())))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static String pointer(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Violations::step)
                .collect(Collectors.joining());
    }

    /** An entry of a list has an index, and a name in angle brackets. */
    private static String step(Path.Node node) {
        String index = node.getIndex() == null ? "" : "/" + node.getIndex();
        boolean element = node.getName() == null || node.getName().startsWith("<");
        return index + (element ? "" : "/" + node.getName());
    }

    private static String code(ConstraintViolation<?> violation) {
        return switch (violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()) {
            case "NotNull", "NotBlank" -> InputError.REQUIRED;
            case "Size" -> InputError.TOO_LONG;
            default -> InputError.INVALID;
        };
    }
}
