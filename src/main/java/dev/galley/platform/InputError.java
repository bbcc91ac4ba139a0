package dev.galley.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One thing wrong with a request: where ({@code pointer} into the body or query {@code parameter}), a code, a sentence. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputError(@Nullable String pointer, @Nullable String parameter, String code, String detail) {
    public static final String REQUIRED = "required";
    public static final String UNKNOWN = "unknown";
    public static final String WRONG_TYPE = "wrong-type";
    public static final String INVALID = "invalid";
    public static final String TOO_LONG = "too-long";
    public static final String TOO_MANY = "too-many";
    public static final String TOO_DEEP = "too-deep";
    public static final String DUPLICATE = "duplicate";
    public static final String MALFORMED = "malformed";
    public static final String SERVER_MADE = "server-made";

    public static InputError pointer(String pointer, String code, String detail) {
        return new InputError(pointer, null, code, detail);
    }

    public static InputError parameter(String parameter, String code, String detail) {
        return new InputError(null, parameter, code, detail);
    }
}
