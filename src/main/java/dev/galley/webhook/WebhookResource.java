package dev.galley.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.access.Audit;
import dev.galley.access.AuditAction;
import dev.galley.access.AuditSubject;
import dev.galley.access.Role;
import dev.galley.platform.Ids;
import dev.galley.platform.Json;
import dev.galley.platform.Links;
import dev.galley.platform.MergePatch;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.query.Conditions;
import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.write.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/editorial/webhooks}: who is told of changes, and of which. */
@Path("/v1/editorial/webhooks")
@RolesAllowed(Role.Names.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: webhooks")
public class WebhookResource {
    private static final KeysetQuery<Webhook> NEWEST_FIRST = new KeysetQuery<>(
            Webhook.class,
            "select w from Webhook w",
            List.of(Column.newest("w.createdAt"), Column.lastId("w.id")),
            webhook -> List.of(webhook.createdAt, webhook.id));

    private final Writes writes;
    private final Audit audit;
    private final Links links;
    private final SecurityIdentity caller;
    private final Clock clock;
    private final Targets targets;
    private final Courier courier;
    private final Sender sender;

    WebhookResource(
            Writes writes,
            Audit audit,
            Links links,
            SecurityIdentity caller,
            Clock clock,
            Targets targets,
            Courier courier,
            Sender sender) {
        this.writes = writes;
        this.audit = audit;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
        this.targets = targets;
        this.courier = courier;
        this.sender = sender;
    }

    @GET
    @Transactional
    @Operation(operationId = "listWebhooks", summary = "All webhooks, newest first")
    public Page<WebhookView> list(@BeanParam PageRequest page) {
        Instant now = clock.instant();
        return NEWEST_FIRST
                .fetch(Webhook.getEntityManager(), new Conditions(), page)
                .map(webhooks -> webhooks.stream()
                        .map(webhook -> WebhookView.of(webhook, now))
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getWebhook", summary = "One webhook, without its secret")
    public WebhookView get(@PathParam("id") String id) {
        return WebhookView.of(Webhook.byId(id), clock.instant());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhook",
            summary = "A new webhook: from now on its receiver is told of changes",
            description = "The answer has the secret that messages are signed with, as Standard Webhooks has it"
                    + " (standardwebhooks.com). It is shown this once.")
    public RestResponse<NewWebhookView> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = WebhookInput.class))) byte[] body) {
        WebhookInput input = WebhookInput.bind(WebhookInput.parse(body));
        targets.check(input.url());
        return writes.run(() -> {
            refuseTooMany();
            Instant now = clock.instant();
            Webhook webhook = Webhook.create(input, caller.getPrincipal().getName(), now);
            audit.log(AuditAction.WEBHOOK_CREATED, subject(webhook));
            return RestResponse.ResponseBuilder.<NewWebhookView>created(
                            URI.create(links.to("/v1/editorial/webhooks/" + webhook.id)))
                    .entity(NewWebhookView.of(webhook, now))
                    .build();
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateWebhook",
            summary = "Changes a webhook, pauses it or lets it go on (RFC 7396)",
            description = "What waits for another try is tried at once where the webhook goes on or has another URL.")
    public WebhookView update(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = WebhookInput.class))) byte[] body) {
        JsonNode patch = WebhookInput.parse(body);
        if (patch.path("url").isTextual()) {
            targets.check(patch.path("url").textValue());
        }
        WebhookView view = writes.run(() -> {
            Webhook webhook = Webhook.lock(id);
            WebhookInput before = WebhookInput.of(webhook);
            WebhookInput after = WebhookInput.bind(MergePatch.apply(Json.MAPPER.valueToTree(before), patch));
            if (!after.equals(before)) {
                change(webhook, before, after);
            }
            return WebhookView.of(webhook, clock.instant());
        });
        sender.wake();
        return view;
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Ends a webhook, with all its deliveries",
            description = "What is still pending is not sent.")
    public void delete(@PathParam("id") String id) {
        writes.run(() -> {
            Webhook webhook = Webhook.lock(id);
            audit.log(AuditAction.WEBHOOK_DELETED, subject(webhook));
            webhook.delete();
            return webhook.id;
        });
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "A new secret",
            description = "It is shown this once. For 24 hours each message is signed with the new one and with the one"
                    + " before.")
    public NewWebhookView rotate(@PathParam("id") String id) {
        return writes.run(() -> {
            Webhook webhook = Webhook.lock(id);
            Instant now = clock.instant();
            webhook.rotate(now);
            audit.log(AuditAction.WEBHOOK_ROTATED, subject(webhook));
            return NewWebhookView.of(webhook, now);
        });
    }

    @POST
    @Path("/{id}/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Sends a message of the type webhook.test at once, and tells what came of it",
            description = "It is sent once, to a paused webhook too, and doesn't stand among the deliveries.")
    public AttemptView test(@PathParam("id") String id) {
        return writes.inSteps(() -> {
            Message message = QuarkusTransaction.requiringNew().call(() -> test(Webhook.byId(id)));
            return AttemptView.of(courier.send(message, 0).join());
        });
    }

    private Message test(Webhook webhook) {
        Instant now = clock.instant();
        String body = Payload.test(webhook.id, now).json();
        return new Message(Ids.next(), URI.create(webhook.url), body, webhook.secrets(now));
    }

    private void change(Webhook webhook, WebhookInput before, WebhookInput after) {
        Instant now = clock.instant();
        webhook.change(after, now);
        if ((before.paused() && !after.paused()) || !after.url().equals(before.url())) {
            Delivery.hurry(webhook, now);
        }
        audit.log(AuditAction.WEBHOOK_CHANGED, subject(webhook));
    }

    private static AuditSubject subject(Webhook webhook) {
        return AuditSubject.webhook(webhook.id, webhook.called());
    }

    private static void refuseTooMany() {
        if (Webhook.count() >= Webhook.MOST) {
            throw Problem.of(ProblemType.CONFLICT, "There are " + Webhook.MOST + " webhooks, as many as there may be.");
        }
    }
}
