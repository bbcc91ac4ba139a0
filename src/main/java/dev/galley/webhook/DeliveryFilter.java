package dev.galley.webhook;

import dev.galley.query.Conditions;
import dev.galley.query.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of a webhook's deliveries a list is about. */
public class DeliveryFilter {
    @QueryParam("state")
    @Parameter(
            description = "States, comma separated: pending, delivered, dead, discarded. Those that are dead wait for"
                    + " somebody to redeliver them.",
            example = "dead")
    @Nullable
    String state;

    /** The delivery is {@code d} in the query. */
    Conditions conditions(Webhook webhook) {
        Conditions conditions = new Conditions().and("d.webhookId = :webhook", "webhook", webhook.id);
        if (state != null) {
            conditions.and(
                    "d.state in :states",
                    "states",
                    Parameters.list("state", state).stream()
                            .map(name -> Parameters.oneOf("state", name, DeliveryState.names()))
                            .map(DeliveryState::byName)
                            .toList());
        }
        return conditions;
    }
}
