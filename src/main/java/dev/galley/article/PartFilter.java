package dev.galley.article;

import dev.galley.platform.Ids;
import dev.galley.query.Conditions;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which articles' parts a list is about. */
public class PartFilter extends ArticleFilter {
    @QueryParam("article")
    @Parameter(description = "Slugs or ids of articles, comma separated.", example = "how-http-caching-works")
    @Nullable
    String article;

    @Override
    public Conditions conditions() {
        Conditions conditions = super.conditions();
        if (article != null) {
            List<String> asked = Parameters.list("article", article);
            List<UUID> ids = asked.stream().flatMap(a -> Ids.parse(a).stream()).toList();
            List<String> slugs = Parameters.slugs(
                    "article",
                    asked.stream().filter(a -> Ids.parse(a).isEmpty()).toList());
            conditions
                    .and("a.id in :articleIds or a.slug in :articleSlugs", "articleIds", ids)
                    .bind("articleSlugs", slugs);
        }
        return conditions;
    }
}
