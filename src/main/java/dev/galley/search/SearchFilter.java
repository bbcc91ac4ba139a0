package dev.galley.search;

import dev.galley.article.ArticleLookup;
import dev.galley.platform.InputError;
import dev.galley.platform.Nearest;
import dev.galley.platform.Problem;
import dev.galley.query.Condition;
import dev.galley.query.Operator;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a search looks among: things of a type, of the articles that lists filter alike. */
public class SearchFilter {
    private static final List<Kind> SEARCHED = List.of(Kind.ARTICLE, Kind.SECTION, Kind.FAQ, Kind.TAKEAWAY);

    @QueryParam("type")
    @Parameter(
            description =
                    "What may be found, comma separated: article, section, faq, takeaway. All of them unless asked.",
            example = "article,faq")
    @Nullable
    String type;

    @QueryParam("topic")
    @Parameter(description = "Slugs of topics, comma separated: articles about any of them.", example = "http-caching")
    @Nullable
    String topic;

    @QueryParam("author")
    @Parameter(description = "Slugs of authors, comma separated: articles by any of them.")
    @Nullable
    String author;

    @QueryParam("locale")
    @Parameter(description = "Exactly this locale; without it all locales are there.", example = "en")
    @Nullable
    String locale;

    List<Kind> kinds() {
        return type == null
                ? SEARCHED
                : Parameters.list("type", type).stream().map(SearchFilter::kind).toList();
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        add(conditions, "topic", topic, Parameters::slug);
        add(conditions, "author", author, Parameters::slug);
        add(conditions, "locale", locale, ArticleLookup::canonical);
        return conditions;
    }

    private static void add(
            List<Condition> conditions, String name, @Nullable String value, BinaryOperator<String> parse) {
        if (value != null) {
            conditions.add(new Condition(
                    name,
                    Operator.ANY,
                    Parameters.list(name, value).stream()
                            .map(text -> parse.apply(name, text))
                            .toList()));
        }
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
