package dev.galley.change;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.query.Parameters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** {@code /v1/changes}: for clients that keep a copy of what is published. */
@Path("/v1/changes")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangeResource {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int LONGEST_WAIT = 30;

    private final ChangeFeed feed;

    ChangeResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @Blocking
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @Operation(
            operationId = "listChanges",
            summary = "What was published, updated and unpublished, in order",
            description = "Start with since=0 and go on with next. Where data is empty, next is the end of the log.")
    public Uni<ChangePage> list(
            @QueryParam("since")
                    @Parameter(
                            description = "The next of the page before; 0, the default, is the beginning.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @Nullable
                    String since,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many, from 1 to 1000.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @Nullable
                    String limit,
            @QueryParam("wait")
                    @Parameter(
                            description = "Where there are none, wait so many seconds for the next, at most 30.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "0",
                                            maximum = "30",
                                            defaultValue = "0"))
                    @Nullable
                    String wait,
            @BeanParam ChangeFilter filter) {
        long from = since("since", since);
        feed.refuseBeyondEnd("since", from);
        return feed.page(
                filter.read(),
                from,
                number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT),
                Duration.ofSeconds(number("wait", wait, 0, LONGEST_WAIT, 0)));
    }

    /** Of a change; 0 where none is given. */
    static long since(String parameter, @Nullable String since) {
        try {
            long seq = since == null ? 0 : Long.parseLong(since);
            if (seq >= 0) {
                return seq;
            }
        } catch (NumberFormatException e) {
            // Answered below, like every number out of range.
        }
        throw Problem.parameter(parameter, InputError.INVALID, "This must be the number of a change, or 0.");
    }

    private static int number(String name, @Nullable String value, int least, int most, int unless) {
        int number = value == null ? unless : Parameters.number(name, value);
        if (number < least || number > most) {
            throw Problem.parameter(
                    name, InputError.INVALID, "This must be a whole number from " + least + " to " + most + ".");
        }
        return number;
    }
}
