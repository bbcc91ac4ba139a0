package dev.galley.platform;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what Jackson says of a body into a problem in the caller's terms: a pointer, a code, what would be accepted. */
final class JsonProblems {
    private static final Pattern MISSING = Pattern.compile("Missing required creator property '([^']+)'");
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([^']*)'");

    private JsonProblems() {}

    static Problem of(IOException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return unknownMember(unknown);
        } else if (failure instanceof InvalidTypeIdException type) {
            return unknownType(type);
        } else if (failure instanceof InvalidNullException nothing) {
            return Problem.member(pointer(nothing), InputError.REQUIRED, "This must not be null.");
        } else if (failure instanceof InvalidFormatException format) {
            return badValue(format);
        } else if (failure instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        } else if (failure instanceof JsonMappingException mapping && mapping.getCause() instanceof Problem problem) {
            return problem;
        } else if (failure instanceof JsonMappingException number
                && message(number).contains("out of range")) {
            return Problem.member(pointer(number), InputError.INVALID, "This number is out of range.");
        } else if (failure instanceof JsonProcessingException syntax) {
            return malformed(syntax);
        }
        return Problem.member("", InputError.MALFORMED, "The body could not be read to its end.");
    }

    /** Where a member is missing, a misspelt one beside it is most likely what was meant, and is named first. */
    static Problem of(MismatchedInputException failure, JsonNode tree) {
        Problem problem = of(failure);
        String missing = pointer(failure);
        if (!MISSING.matcher(message(failure)).find() || missing.isEmpty()) {
            return problem;
        }
        String parent = missing.substring(0, missing.lastIndexOf('/'));
        List<String> known = members(failure);
        List<InputError> errors = new ArrayList<>();
        tree.at(parent).fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(InputError.pointer(parent + "/" + name, InputError.UNKNOWN, unknown(name, known)));
            }
        });
        errors.addAll(problem.errors());
        return Problem.invalid(errors);
    }

    /** Of the object in which a member is missing; for a block, its type is one. */
    private static List<String> members(MismatchedInputException failure) {
        Object owner = failure.getPath().get(failure.getPath().size() - 1).getFrom();
        if (!(owner instanceof Class<?> type)) {
            return List.of();
        }
        Stream<String> typeIds = Stream.of(type.getInterfaces())
                .map(parent -> parent.getAnnotation(JsonTypeInfo.class))
                .filter(Objects::nonNull)
                .map(JsonTypeInfo::property);
        JavaType javaType = Json.MAPPER.constructType(type);
        return Stream.concat(
                        typeIds,
                        Json.MAPPER.getDeserializationConfig().introspect(javaType).findProperties().stream()
                                .map(BeanPropertyDefinition::getName))
                .toList();
    }

    private static Problem unknownMember(UnrecognizedPropertyException unknown) {
        List<String> known = known(unknown);
        return Problem.member(pointer(unknown), InputError.UNKNOWN, unknown(unknown.getPropertyName(), known));
    }

    private static String unknown(String name, List<String> known) {
        return "There is no member \"" + name + "\" here." + Nearest.hint(name, known) + " Known are: "
                + String.join(", ", known) + ".";
    }

    private static String message(JsonProcessingException failure) {
        return Objects.requireNonNullElse(failure.getOriginalMessage(), "");
    }

    private static List<String> known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? List.of()
                : unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
    }

    private static Problem unknownType(InvalidTypeIdException type) {
        List<String> known = subtypes(type.getBaseType().getRawClass());
        String given = type.getTypeId();
        return given == null
                ? Problem.member(
                        pointer(type) + "/type",
                        InputError.REQUIRED,
                        "A block must have a type: one of " + String.join(", ", known) + ".")
                : Problem.member(
                        pointer(type) + "/type",
                        InputError.UNKNOWN,
                        "There is no block of the type \"" + given + "\"." + Nearest.hint(given, known) + " Known are: "
                                + String.join(", ", known) + ".");
    }

    private static List<String> subtypes(Class<?> base) {
        com.fasterxml.jackson.annotation.JsonSubTypes types =
                base.getAnnotation(com.fasterxml.jackson.annotation.JsonSubTypes.class);
        return types == null
                ? List.of()
                : Stream.of(types.value())
                        .map(type -> new NamedType(type.value(), type.name()).getName())
                        .toList();
    }

    private static Problem badValue(InvalidFormatException format) {
        Class<?> wanted = format.getTargetType();
        if (wanted != null && wanted.isEnum()) {
            List<String> known = Stream.of(wanted.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList();
            String given = String.valueOf(format.getValue());
            return Problem.member(
                    pointer(format),
                    InputError.INVALID,
                    "This must be one of " + String.join(", ", known) + "." + Nearest.hint(given, known));
        }
        if (String.class.equals(wanted)) {
            return Problem.member(
                    pointer(format),
                    InputError.INVALID,
                    "This text holds U+0000 or half of a surrogate pair, which is no character.");
        }
        return Problem.member(pointer(format), InputError.INVALID, "This must be " + name(wanted) + ".");
    }

    private static Problem mismatch(MismatchedInputException mismatch) {
        String message = message(mismatch);
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            return Problem.member(
                    pointer(mismatch), InputError.REQUIRED, "\"" + missing.group(1) + "\" is required here.");
        }
        if (message.contains("No content to map")) {
            return Problem.member("", InputError.REQUIRED, "The body is empty; JSON is expected.");
        }
        if (message.contains("Trailing token")) {
            return Problem.member("", InputError.MALFORMED, "Something follows the JSON value that the body holds.");
        }
        return Problem.member(
                pointer(mismatch), InputError.WRONG_TYPE, "This must be " + name(mismatch.getTargetType()) + ".");
    }

    private static Problem malformed(JsonProcessingException syntax) {
        String message = message(syntax);
        Matcher duplicate = DUPLICATE.matcher(message);
        if (duplicate.find()) {
            return Problem.member(
                    "",
                    InputError.DUPLICATE,
                    "The member \"" + duplicate.group(1) + "\" stands twice in one object" + at(syntax.getLocation())
                            + ".");
        }
        if (message.contains("nesting depth")) {
            return Problem.member("", InputError.TOO_DEEP, "The JSON is nested too deep.");
        }
        return Problem.member("", InputError.MALFORMED, "The body is not JSON" + at(syntax.getLocation()) + ".");
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String name(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        } else if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        } else if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        } else if (java.util.Collection.class.isAssignableFrom(type)) {
            return "an array";
        } else if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
            return "a time as RFC 3339 writes it (2026-05-01T10:00:00Z)";
        }
        return "an object";
    }

    /** RFC 6901 of where the failure stands. */
    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
