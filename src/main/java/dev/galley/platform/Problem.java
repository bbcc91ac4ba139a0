package dev.galley.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one way to fail: thrown anywhere, answered as {@code application/problem+json} (RFC 9457). Members beyond the
 * standard's are added with {@link #with}; headers of the answer with {@link #header}.
 */
public final class Problem extends RuntimeException {
    private final ProblemType type;
    private final List<InputError> errors;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Problem(ProblemType type, String detail, List<InputError> errors) {
        // Expected outcomes: no stack trace to fill, and none to leak.
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of());
    }

    public static Problem invalid(InputError error) {
        return invalid(List.of(error));
    }

    public static Problem invalid(List<InputError> errors) {
        String detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " things are not valid.";
        return new Problem(ProblemType.VALIDATION, detail, errors);
    }

    /** A query parameter whose value has no meaning. */
    public static Problem parameter(String name, String code, String detail) {
        return invalid(InputError.parameter(name, code, detail));
    }

    /** A member of the body that isn't valid, by its JSON pointer (RFC 6901). */
    public static Problem member(String pointer, String code, String detail) {
        return invalid(InputError.pointer(pointer, code, detail));
    }

    public static Problem notFound(String what) {
        return of(ProblemType.NOT_FOUND, "There is no " + what + ".");
    }

    public static Problem notPublishable(List<InputError> errors) {
        return new Problem(
                ProblemType.NOT_PUBLISHABLE,
                errors.size() == 1 ? "One thing stands in the way." : errors.size() + " things stand in the way.",
                errors);
    }

    /** The same where what it is about stands below {@code pointer} in the body. */
    public Problem under(String pointer) {
        List<InputError> below = errors.stream()
                .map(error -> error.pointer() == null
                        ? error
                        : InputError.pointer(pointer + error.pointer(), error.code(), error.detail()))
                .toList();
        Problem problem = new Problem(type, detail(), below);
        problem.members.putAll(members);
        problem.headers.putAll(headers);
        return problem;
    }

    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<InputError> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return members;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
