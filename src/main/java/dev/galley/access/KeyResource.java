package dev.galley.access;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/editorial/keys}: who may enter, and what each may do. */
@Path("/v1/editorial/keys")
@RolesAllowed(Role.Names.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: keys")
public class KeyResource {
    private static final KeysetQuery<KeyView> NEWEST_FIRST = new KeysetQuery<>(
            KeyView.class,
            KeyView.SELECT,
            List.of(Column.newest("k.createdAt"), Column.lastId("k.id")),
            key -> List.of(key.createdAt(), key.id()));

    private final Writes writes;
    private final Audit audit;
    private final Links links;
    private final SecurityIdentity caller;
    private final Clock clock;

    KeyResource(Writes writes, Audit audit, Links links, SecurityIdentity caller, Clock clock) {
        this.writes = writes;
        this.audit = audit;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(operationId = "listKeys", summary = "All keys, newest first, revoked ones too")
    public Page<KeyView> list(@BeanParam PageRequest page) {
        return NEWEST_FIRST.fetch(AccessKey.getEntityManager(), new Conditions(), page);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getKey", summary = "One key, without its secret")
    public KeyView get(@PathParam("id") String id) {
        return KeyView.of(AccessKey.byId(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createKey",
            summary = "A new key",
            description = "The answer has its secret, which is shown this once: only its hash is kept.")
    public RestResponse<NewKeyView> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = KeyInput.class))) byte[] body) {
        KeyInput input = KeyInput.bind(KeyInput.parse(body)).toCome(clock.instant());
        String secret = KeySecret.random();
        return writes.run(() -> {
            refuseTaken(input.name());
            AccessKey key =
                    AccessKey.create(input, secret, caller.getPrincipal().getName(), clock.instant());
            audit.log(AuditAction.KEY_CREATED, AuditSubject.key(key.id, key.name));
            return RestResponse.ResponseBuilder.<NewKeyView>created(
                            URI.create(links.to("/v1/editorial/keys/" + key.id)))
                    .entity(NewKeyView.of(key, secret))
                    .build();
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateKey",
            summary = "Changes a key's name, role or expiry (RFC 7396)",
            description = "It counts from the next request on, on every node. The secret stays.")
    public KeyView update(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = KeyInput.class))) byte[] body) {
        JsonNode patch = KeyInput.parse(body);
        return writes.run(() -> {
            AccessKey key = AccessKey.lock(id);
            KeyInput before = KeyInput.of(key);
            KeyInput after = KeyInput.bind(MergePatch.apply(Json.MAPPER.valueToTree(before), patch));
            if (!after.equals(before)) {
                change(key, before, after);
                audit.log(AuditAction.KEY_CHANGED, AuditSubject.key(key.id, key.name));
            }
            return KeyView.of(key);
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revokes a key: it is dead at once, on every node",
            description = "It stays listed with the time in revokedAt. Revoking it again changes nothing.")
    public void revoke(@PathParam("id") String id) {
        writes.run(() -> {
            AccessKey key = AccessKey.lock(id);
            if (!key.isRevoked()) {
                refuseTheAdministrators(key);
                key.revoke(clock.instant());
                audit.log(AuditAction.KEY_REVOKED, AuditSubject.key(key.id, key.name));
            }
            return key.id;
        });
    }

    private void change(AccessKey key, KeyInput before, KeyInput after) {
        if (key.isRevoked()) {
            throw Problem.of(ProblemType.CONFLICT, "This key is revoked, for good. Make a new one.");
        }
        refuseTheAdministrators(key);
        if (!after.name().equals(before.name())) {
            refuseTaken(after.name());
        }
        if (after.expiresAt() != null && !after.expiresAt().equals(before.expiresAt())) {
            after.toCome(clock.instant());
        }
        key.change(after);
    }

    private static void refuseTaken(String name) {
        if (AccessKey.byName(name).isPresent()) {
            throw Problem.of(ProblemType.CONFLICT, "There is a key with the name \"" + name + "\" already.");
        }
    }

    private static void refuseTheAdministrators(AccessKey key) {
        if (key.isTheAdministrators()) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "This is the administrator's key, which stays as it is so that nobody is locked out. The setting"
                            + " galley.admin-key (GALLEY_ADMIN_KEY) gives it another secret.");
        }
    }
}
