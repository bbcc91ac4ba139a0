package dev.galley.access;

import dev.galley.query.KeysetQuery;
import dev.galley.query.KeysetQuery.Column;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/editorial/audit}: who did what. */
@Path("/v1/editorial/audit")
@RolesAllowed(Role.Names.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: access")
public class AuditResource {
    private static final KeysetQuery<AuditItem> NEWEST_FIRST = new KeysetQuery<>(
            AuditItem.class,
            AuditItem.SELECT,
            List.of(Column.newest("e.at"), Column.lastId("e.id")),
            item -> List.of(item.at(), item.id()));

    @GET
    @Transactional
    @Operation(operationId = "listAudit", summary = "Who did what, newest first")
    public Page<AuditItem> list(@BeanParam AuditFilter filter, @BeanParam PageRequest page) {
        return NEWEST_FIRST.fetch(AuditEntry.getEntityManager(), filter.conditions(), page);
    }
}
