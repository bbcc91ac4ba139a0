package dev.galley.query;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
public class PageRequest {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /** What says which page of a query is meant, and not which query. */
    static final Set<String> TURNING = Set.of("cursor", "page", "limit", "count");

    /** The database counts its way to a numbered page row by row. */
    private static final int LAST_NUMBERED_ROW = 10_000;

    @QueryParam("limit")
    @Parameter(
            description = "How many, from 1 to 100.",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "100",
                            defaultValue = "20"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "What page.next or page.prev gave for this same query.")
    @Nullable
    String cursor;

    @QueryParam("page")
    @Parameter(
            description = "The number of the page, from 1, as far as the 10,000th row; a cursor leads further.",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
                            minimum = "1"))
    @Nullable
    String page;

    @QueryParam("count")
    @Parameter(description = "true fills page.total.")
    @Nullable
    String count;

    @Context
    UriInfo uri;

    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like every number out of range.
        }
        throw Problem.parameter("limit", InputError.INVALID, "The limit must be a whole number from 1 to 100.");
    }

    /** Null on the first page. */
    public @Nullable Cursor cursor() {
        return cursor == null ? null : Cursor.decode(cursor, query());
    }

    /** How many rows stand before a page that is asked for by its number; else 0. */
    public int rowsBefore() {
        if (page == null) {
            return 0;
        } else if (cursor != null) {
            throw Problem.parameter(
                    "page", InputError.INVALID, "A page has a number or a cursor. Leave one of the two out.");
        }
        int last = LAST_NUMBERED_ROW / limit();
        try {
            int number = Integer.parseInt(page);
            if (number >= 1 && number <= last) {
                return (number - 1) * limit();
            }
        } catch (NumberFormatException e) {
            // Answered below, like every number out of range.
        }
        throw Problem.parameter(
                "page",
                InputError.INVALID,
                "With this limit the page must be a whole number from 1 to " + last
                        + ". What comes after it is reached by page.next.");
    }

    /** Whether the page is to say how many there are in all. */
    public boolean count() {
        return Parameters.flag("count", count);
    }

    /** All of the query string, each parameter once. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    public String encode(Cursor next) {
        return next.encode(query());
    }

    /** The query without what turns its pages: path and parameters in order. */
    private String query() {
        Map<String, String> parameters = new TreeMap<>(parameters());
        TURNING.forEach(parameters::remove);
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&", uri.getPath() + "?", ""));
    }
}
