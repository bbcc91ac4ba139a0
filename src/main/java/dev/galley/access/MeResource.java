package dev.galley.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/editorial/me}: what an editor's tool asks first. */
@Path("/v1/editorial/me")
@RolesAllowed(Role.Names.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: keys")
public class MeResource {
    private final SecurityIdentity caller;

    MeResource(SecurityIdentity caller) {
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who the caller is and what they may do")
    public MeView get() {
        return MeView.of(caller);
    }
}
