package dev.galley.write;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives an answer again; {@code Idempotent-Replayed} tells that it is not new. */
public class AnsweredBeforeMapper {
    @ServerExceptionMapper
    public Response answer(AnsweredBefore before) {
        Response.ResponseBuilder response = Response.status(before.status());
        before.headers().forEach(response::header);
        if (before.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(before.body());
        }
        return response.header("Idempotent-Replayed", "true").build();
    }
}
