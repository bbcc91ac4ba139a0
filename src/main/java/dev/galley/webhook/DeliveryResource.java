package dev.galley.webhook;

import dev.galley.access.Role;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.write.Writes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/editorial/webhooks/{id}/deliveries}: what a webhook was told, is to be told, and could not be told. */
@Path("/v1/editorial/webhooks/{id}/deliveries")
@RolesAllowed(Role.Names.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: webhooks")
public class DeliveryResource {
    private static final KeysetQuery<DeliveryItem> NEWEST_FIRST = new KeysetQuery<>(
            DeliveryItem.class,
            DeliveryItem.SELECT,
            List.of(Column.newest("d.createdAt"), Column.lastId("d.id")),
            delivery -> List.of(delivery.createdAt(), delivery.id()));

    private final Writes writes;
    private final WebhookConfig config;
    private final Clock clock;
    private final Sender sender;

    DeliveryResource(Writes writes, WebhookConfig config, Clock clock, Sender sender) {
        this.writes = writes;
        this.config = config;
        this.clock = clock;
        this.sender = sender;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDeliveries",
            summary = "The deliveries of a webhook, newest first",
            description = "Those that are done are listed as long as galley.webhooks.keep says.")
    public Page<DeliveryItem> list(
            @PathParam("id") String id, @BeanParam DeliveryFilter filter, @BeanParam PageRequest page) {
        return NEWEST_FIRST.fetch(Delivery.getEntityManager(), filter.conditions(Webhook.byId(id)), page);
    }

    @GET
    @Path("/{deliveryId}")
    @Transactional
    @Operation(operationId = "getDelivery", summary = "One delivery, with what is sent and the last 100 attempts")
    public DeliveryDetail get(@PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        return DeliveryDetail.of(Delivery.of(Webhook.byId(id), deliveryId));
    }

    @POST
    @Path("/{deliveryId}/redeliver")
    @Operation(
            operationId = "redeliver",
            summary = "Sends a delivery at once, whatever became of it",
            description = "It is tried from the beginning, with the same webhook-id and body. To a paused webhook it is"
                    + " sent when the webhook goes on.")
    public DeliveryItem redeliver(@PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        DeliveryItem item = writes.run(() -> {
            Delivery delivery = Delivery.lock(Webhook.byId(id), deliveryId);
            refuseOld(delivery);
            delivery.again(clock.instant());
            return DeliveryItem.of(delivery);
        });
        sender.wake();
        return item;
    }

    private void refuseOld(Delivery delivery) {
        if (config.discardBefore().filter(delivery.changedAt::isBefore).isPresent()) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "The setting galley.webhooks.discard-before says that changes of before then are not sent.");
        }
    }
}
