package dev.galley.query;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.text.Slug;
import dev.galley.text.TextForm;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Query parameters as typed values; each way to get them wrong is a problem that names the parameter. */
public final class Parameters {
    /** What one filter may hold, so that no query grows without bound. */
    private static final int MAX_VALUES = 20;

    private Parameters() {}

    /** {@code a,b}: any of these slugs. */
    public static List<String> slugs(String name, String value) {
        return slugs(name, list(name, value));
    }

    public static List<String> slugs(String name, List<String> slugs) {
        for (String slug : slugs) {
            if (!Slug.isValid(slug)) {
                throw Problem.parameter(name, InputError.INVALID, "\"" + slug + "\" is not a slug.");
            }
        }
        return slugs;
    }

    public static List<String> list(String name, String value) {
        List<String> values = Stream.of(value.split(",", -1)).map(String::strip).toList();
        if (values.stream().anyMatch(String::isEmpty)) {
            throw Problem.parameter(name, InputError.INVALID, "One of the values is empty.");
        }
        if (values.size() > MAX_VALUES) {
            throw Problem.parameter(name, InputError.TOO_MANY, "At most " + MAX_VALUES + " values.");
        }
        return values;
    }

    public static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        } else if (value.equals("true")) {
            return true;
        }
        throw Problem.parameter(name, InputError.INVALID, "This must be true or false.");
    }

    public static TextForm text(@Nullable String value) {
        if (value == null) {
            return TextForm.MARKDOWN;
        }
        return TextForm.byName(value)
                .orElseThrow(
                        () -> Problem.parameter("text", InputError.INVALID, "Text comes as markdown, html or plain."));
    }
}
