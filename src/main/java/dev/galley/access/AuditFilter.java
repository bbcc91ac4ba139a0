package dev.galley.access;

import dev.galley.platform.Ids;
import dev.galley.platform.InputError;
import dev.galley.platform.Nearest;
import dev.galley.platform.Problem;
import dev.galley.query.Conditions;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which acts a list is about. */
public class AuditFilter {
    @QueryParam("actor")
    @Parameter(description = "Names of keys or people, comma separated.", example = "admin")
    @Nullable
    String actor;

    @QueryParam("action")
    @Parameter(description = "Actions, comma separated.", example = "article.published,article.unpublished")
    @Nullable
    String action;

    @QueryParam("article")
    @Parameter(description = "Ids or slugs of articles, comma separated; a slug counts for whoever ever had it.")
    @Nullable
    String article;

    @QueryParam("at[gt]")
    @Parameter(description = "Later than this time; a date alone is its first instant in UTC.")
    @Nullable
    String after;

    @QueryParam("at[gte]")
    @Parameter(description = "At this time or later.", example = "2026-01-01")
    @Nullable
    String from;

    @QueryParam("at[lt]")
    @Parameter(description = "Before this time.")
    @Nullable
    String before;

    @QueryParam("at[lte]")
    @Parameter(description = "At this time or before.")
    @Nullable
    String until;

    /** The entry is {@code e} in the query. */
    Conditions conditions() {
        Conditions conditions = new Conditions();
        if (actor != null) {
            conditions.and("e.actor in :actors", "actors", Parameters.list("actor", actor));
        }
        if (action != null) {
            conditions.and(
                    "e.action in :actions",
                    "actions",
                    Parameters.list("action", action).stream()
                            .map(AuditFilter::known)
                            .toList());
        }
        if (article != null) {
            articles(conditions, Parameters.list("article", article));
        }
        time(conditions, "at[gt]", after, "e.at > :after", "after");
        time(conditions, "at[gte]", from, "e.at >= :from", "from");
        time(conditions, "at[lt]", before, "e.at < :before", "before");
        time(conditions, "at[lte]", until, "e.at <= :until", "until");
        return conditions;
    }

    private static void articles(Conditions conditions, List<String> asked) {
        List<UUID> ids = asked.stream().flatMap(a -> Ids.parse(a).stream()).toList();
        List<String> slugs = Parameters.slugs(
                "article", asked.stream().filter(a -> Ids.parse(a).isEmpty()).toList());
        conditions
                .and(
                        "e.subjectType = :article and (e.subjectId in :ids or e.subjectId in (select x.subjectId"
                                + " from AuditEntry x where x.subjectType = :article and x.subjectName in :slugs))",
                        "article",
                        AuditSubject.ARTICLE)
                .bind("ids", ids)
                .bind("slugs", slugs);
    }

    private static void time(
            Conditions conditions, String parameter, @Nullable String value, String condition, String name) {
        if (value != null) {
            conditions.and(condition, name, Parameters.time(parameter, value));
        }
    }

    private static AuditAction known(String value) {
        return AuditAction.byValue(value).orElseThrow(() -> {
            List<String> known = AuditAction.allValues();
            return Problem.parameter(
                    "action",
                    InputError.INVALID,
                    "There is no action \"" + value + "\"." + Nearest.hint(value, known) + " Known are: "
                            + String.join(", ", known) + ".");
        });
    }
}
