package dev.galley.editorial;

import dev.galley.article.ArticleLookup;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.query.Conditions;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which drafts a list is about: all but those in the trash, unless it says otherwise. */
public class DraftFilter {
    @QueryParam("status")
    @Parameter(
            description = "Any of draft, scheduled, published, unpublished, trashed, comma separated.",
            example = "draft,published")
    @Nullable
    String status;

    @QueryParam("locale")
    @Parameter(description = "Exactly this locale.", example = "en")
    @Nullable
    String locale;

    Conditions conditions() {
        Conditions conditions = new Conditions();
        if (status == null) {
            conditions.and("d.status <> :trashed", "trashed", DraftStatus.TRASHED);
        } else {
            conditions.and("d.status in :statuses", "statuses", statuses(status));
        }
        if (locale != null) {
            conditions.and(
                    "d.locale in :locales",
                    "locales",
                    Parameters.list("locale", locale).stream()
                            .map(ArticleLookup::canonical)
                            .toList());
        }
        return conditions;
    }

    private static List<DraftStatus> statuses(String status) {
        return Parameters.list("status", status).stream()
                .map(
                        name -> DraftStatus.byName(name)
                                .orElseThrow(
                                        () -> Problem.parameter(
                                                "status",
                                                InputError.INVALID,
                                                "\"" + name
                                                        + "\" is no status. There are draft, scheduled, published, unpublished, trashed.")))
                .toList();
    }
}
