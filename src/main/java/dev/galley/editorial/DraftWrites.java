package dev.galley.editorial;

import dev.galley.write.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Runs writes to one draft, each alone with it. */
@ApplicationScoped
public class DraftWrites {
    private final Writes writes;

    DraftWrites(Writes writes) {
        this.writes = writes;
    }

    /** Acts on a draft that no other write touches meanwhile; the answer has the draft's new ETag. */
    <T> RestResponse<T> on(String id, Preconditions preconditions, int status, Function<Draft, T> act) {
        return writes.run(() -> {
            Draft draft = Draft.lock(id);
            preconditions.check(draft);
            T entity = act.apply(draft);
            return ResponseBuilder.<T>create(status)
                    .header(HttpHeaders.ETAG, Preconditions.etag(draft))
                    .entity(entity)
                    .build();
        });
    }
}
