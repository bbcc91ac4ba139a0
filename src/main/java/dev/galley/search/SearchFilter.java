package dev.galley.search;

import dev.galley.article.ArticleFilter;
import dev.galley.platform.InputError;
import dev.galley.platform.Nearest;
import dev.galley.platform.Problem;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a search looks among: things of a type, of the articles that lists filter alike. */
public class SearchFilter extends ArticleFilter {
    private static final List<Kind> SEARCHED = List.of(Kind.ARTICLE, Kind.SECTION, Kind.FAQ, Kind.TAKEAWAY);

    @QueryParam("type")
    @Parameter(
            description =
                    "What may be found, comma separated: article, section, faq, takeaway. All of them unless asked.",
            example = "article,faq")
    @Nullable
    String type;

    List<Kind> kinds() {
        return type == null
                ? SEARCHED
                : Parameters.list("type", type).stream().map(SearchFilter::kind).toList();
    }

    /** Fields of the index, and what may stand in them. */
    Map<String, List<String>> keywords() {
        Map<String, List<String>> keywords = new LinkedHashMap<>();
        topics().ifPresent(slugs -> keywords.put(IndexField.TOPIC, slugs));
        authors().ifPresent(slugs -> keywords.put(IndexField.AUTHOR, slugs));
        locales().ifPresent(locales -> keywords.put(IndexField.LOCALE, locales));
        return keywords;
    }

    private static Kind kind(String value) {
        return Kind.byValue(value).filter(SEARCHED::contains).orElseThrow(() -> {
            List<String> known = SEARCHED.stream().map(Kind::value).toList();
            return Problem.parameter(
                    "type",
                    InputError.INVALID,
                    "There is no type \"" + value + "\"." + Nearest.hint(value, known) + " Known are: "
                            + String.join(", ", known) + ".");
        });
    }
}
