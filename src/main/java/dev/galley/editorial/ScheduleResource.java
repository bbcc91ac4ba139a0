package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.query.Conditions;
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

/** {@code /v1/editorial/schedule}: all publications and withdrawals to come. */
@Path("/v1/editorial/schedule")
@RolesAllowed(Role.Names.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: articles")
public class ScheduleResource {
    private static final KeysetQuery<ScheduleItem> SOONEST_FIRST = new KeysetQuery<>(
            ScheduleItem.class,
            ScheduleItem.SELECT,
            List.of(
                    Column.oldest("s.at"),
                    Column.firstId("s.draftId"),
                    new Column("s.action", false, Appointment.Action::valueOf)),
            item -> List.of(item.at(), item.article().id(), item.action()));

    @GET
    @Transactional
    @Operation(
            operationId = "listSchedule",
            summary = "What is due, soonest first",
            description = "What could not be done when it was due stays here with its failure, until it is scheduled"
                    + " anew or cancelled.")
    public Page<ScheduleItem> list(@BeanParam PageRequest page) {
        return SOONEST_FIRST.fetch(Appointment.getEntityManager(), new Conditions(), page);
    }
}
