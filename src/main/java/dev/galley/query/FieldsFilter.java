package dev.galley.query;

import dev.galley.platform.Json;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Cuts an answer to the members that its request asked for. */
public class FieldsFilter {
    /** Response filters run from the highest priority to the lowest: after the one for links between pages. */
    private static final int BEHIND_THE_LINKS = 1500;

    @ServerResponseFilter(priority = BEHIND_THE_LINKS)
    public void cut(ContainerResponseContext response) {
        if (response.getStatus() == 200 && response.getEntity() != null) {
            // As JSON in writing: the method promised another type, which is what would be written otherwise.
            Fields.ofCurrentRequest()
                    .ifPresent(fields -> response.setEntity(
                            Json.write(cut(response.getEntity(), fields)), null, response.getMediaType()));
        }
    }

    private static Object cut(Object entity, Fields fields) {
        return entity instanceof Page<?> page
                ? page.map(data -> data.stream().map(fields::cut).toList())
                : fields.cut(entity);
    }
}
