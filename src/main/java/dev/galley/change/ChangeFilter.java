package dev.galley.change;

import dev.galley.document.Locales;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which articles' changes somebody follows. Those of topics and authors come with every filter, since any article may
 * show them.
 */
public class ChangeFilter {
    @QueryParam("topic")
    @Parameter(
            description = "Slugs of topics, comma separated: changes of articles that have or had any of them.",
            example = "http-caching")
    @Nullable
    String topic;

    @QueryParam("locale")
    @Parameter(description = "Locales, comma separated: changes of articles that are or were in any of them.")
    @Nullable
    String locale;

    /** Read once, whatever comes by later. */
    Followed read() {
        return new Followed(
                topic == null ? Set.of() : Set.copyOf(Parameters.slugs("topic", topic)),
                locale == null ? Set.of() : locales(Parameters.list("locale", locale)));
    }

    private static Set<String> locales(List<String> asked) {
        return asked.stream().map(ChangeFilter::canonical).collect(Collectors.toUnmodifiableSet());
    }

    private static String canonical(String locale) {
        if (!Locales.isValid(locale)) {
            throw Problem.parameter(
                    "locale", InputError.INVALID, "This must be language tags (BCP 47), for example en or de-CH.");
        }
        return Locales.canonical(locale);
    }
}
