package dev.galley.document;

import dev.galley.platform.Ids;
import dev.galley.platform.InputError;
import dev.galley.text.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What was found wrong with a document, and the checks that find it; places are JSON pointers. */
final class Breaches {
    private final List<InputError> errors = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    List<InputError> all() {
        return errors;
    }

    /** An address on the web, or one relative to the frontend. */
    void imageUrl(String at, String url) {
        if (!Addresses.isImage(url)) {
            error(at, InputError.INVALID, "This must be an http or https URL, or a path.");
        }
    }

    void webUrl(String at, @Nullable String url) {
        if (url != null && !Addresses.isWeb(url)) {
            error(at, InputError.INVALID, "This must be an absolute http or https URL.");
        }
    }

    void slug(String at, String slug) {
        if (!Slug.isValid(slug)) {
            error(
                    at,
                    InputError.INVALID,
                    "A slug is 1 to 120 lower-case letters, digits and single dashes between them (" + Slug.PATTERN
                            + "), and not a UUID.");
        }
    }

    void anchor(String at, String anchor) {
        if (!anchor.isEmpty()) {
            slug(at, anchor);
        }
    }

    void uuid(String at, String id) {
        if (!id.isEmpty()) {
            if (Ids.parse(id).filter(uuid -> uuid.toString().equals(id)).isEmpty()) {
                error(at, InputError.INVALID, "This must be a lower-case UUID, or be left out for Galley to make one.");
            }
            unique(at, "part:" + id);
        }
    }

    void unique(String at, String id) {
        if (!ids.add(id)) {
            error(
                    at,
                    InputError.DUPLICATE,
                    "\"" + id.substring(id.indexOf(':') + 1) + "\" stands twice in this document.");
        }
    }

    <T> void each(String at, List<T> list, int limit, BiConsumer<String, T> check) {
        count(at, "entries", list.size(), limit);
        each(at, list, check);
    }

    <T> void each(String at, List<T> list, BiConsumer<String, T> check) {
        for (int i = 0; i < list.size(); i++) {
            check.accept(at + "/" + i, list.get(i));
        }
    }

    void count(String at, String what, int count, int limit) {
        if (count > limit) {
            error(at, InputError.TOO_MANY, "At most " + limit + " " + what + "; here are " + count + ".");
        }
    }

    void required(String at, String text, int limit) {
        if (text.isBlank()) {
            error(at, InputError.REQUIRED, "This must not be blank.");
        }
        atMost(at, text, limit);
    }

    void atMost(String at, @Nullable String text, int limit) {
        if (text != null && text.length() > limit) {
            error(at, InputError.TOO_LONG, "At most " + limit + " characters; here are " + text.length() + ".");
        }
    }

    void positive(String at, @Nullable Integer number) {
        if (number != null && number < 1) {
            error(at, InputError.INVALID, "This must be 1 or more.");
        }
    }

    void error(String at, String code, String detail) {
        errors.add(InputError.pointer(at, code, detail));
    }
}
