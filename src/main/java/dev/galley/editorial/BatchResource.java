package dev.galley.editorial;

import dev.galley.access.Role;
import dev.galley.editorial.BatchResult.Outcome;
import dev.galley.platform.Links;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.platform.ProblemView;
import dev.galley.write.AnsweredBefore;
import dev.galley.write.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/editorial/articles/batch}: many writes to many articles in one call. */
@Path("/v1/editorial/articles/batch")
@RolesAllowed(Role.Names.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: articles")
public class BatchResource {
    private static final Logger LOG = Logger.getLogger(BatchResource.class);

    private final DraftDesk desk;
    private final PublishingDesk publishing;
    private final Writes writes;
    private final Links links;
    private final SecurityIdentity caller;

    BatchResource(DraftDesk desk, PublishingDesk publishing, Writes writes, Links links, SecurityIdentity caller) {
        this.desk = desk;
        this.publishing = publishing;
        this.writes = writes;
        this.links = links;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "batchDrafts",
            summary = "Up to 100 writes, all or nothing, or each for itself",
            description =
                    "create takes document; replace takes id, ifMatch, document; patch takes id, ifMatch, patch; delete"
                            + " takes id, ifMatch; restore takes id; publish and unpublish take id and, if wanted, at and"
                            + " note. ifMatch is an ETag, and may stand wherever there is an id. All or nothing: the first that fails is answered as the problem of the whole, with its number"
                            + " as \"operation\", and nothing is changed. Each for itself (\"atomic\": false): 200 with a result"
                            + " for each, in order.")
    public RestResponse<BatchResult> run(
            @RequestBody(content = @Content(schema = @Schema(implementation = BatchInput.class))) byte[] body) {
        BatchInput input = BatchInput.read(body);
        List<BatchOperation> operations = input.operations();
        return input.isAtomic()
                ? writes.run(() -> together(operations))
                : writes.inSteps(() -> eachForItself(operations));
    }

    private RestResponse<BatchResult> together(List<BatchOperation> operations) {
        lockInOneOrder(operations);
        return RestResponse.ok(new BatchResult(IntStream.range(0, operations.size())
                .mapToObj(i -> numbered(operations.get(i), i))
                .toList()));
    }

    /** So that two batches never wait for each other. */
    private static void lockInOneOrder(List<BatchOperation> operations) {
        operations.stream()
                .map(BatchOperation::id)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(Draft::lockIfThere);
    }

    private Outcome numbered(BatchOperation operation, int number) {
        try {
            return act(operation);
        } catch (Problem problem) {
            throw of(problem, operation, number).with("operation", number);
        }
    }

    private RestResponse<BatchResult> eachForItself(List<BatchOperation> operations) {
        return RestResponse.ok(new BatchResult(IntStream.range(0, operations.size())
                .mapToObj(i -> alone(operations.get(i), i))
                .toList()));
    }

    private Outcome alone(BatchOperation operation, int number) {
        try {
            return writes.step(number, () -> act(operation));
        } catch (AnsweredBefore before) {
            return before.as(Outcome.class);
        } catch (Problem problem) {
            return Outcome.failed(ProblemView.of(of(problem, operation, number), links));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Operation %d of a batch failed", number);
            return Outcome.failed(ProblemView.of(Problem.internal(), links));
        }
    }

    /** Pointers into what one operation brings become pointers into the batch. */
    private static Problem of(Problem problem, BatchOperation operation, int number) {
        return problem.under("/operations/" + number + operation.op().content());
    }

    private Outcome act(BatchOperation operation) {
        String role = operation.op().role().value();
        if (!caller.hasRole(role)) {
            throw Problem.of(ProblemType.FORBIDDEN, "This needs the role " + role + ".");
        }
        return switch (operation.op()) {
            case CREATE -> Outcome.of(201, desk.create(DocumentInput.read(given(operation.document()), List.of())));
            case REPLACE ->
                on(
                        operation,
                        draft -> desk.save(
                                draft, DocumentInput.read(given(operation.document()), List.of(DraftView.of(draft)))));
            case PATCH ->
                on(
                        operation,
                        draft ->
                                desk.save(draft, DocumentInput.patched(given(operation.patch()), DraftView.of(draft))));
            case DELETE -> {
                on(operation, desk::trash);
                yield Outcome.GONE;
            }
            case RESTORE -> on(operation, desk::restore);
            case PUBLISH -> on(operation, draft -> publishing.publish(draft, operation.when()));
            case UNPUBLISH -> on(operation, draft -> publishing.unpublish(draft, operation.when()));
        };
    }

    private static Outcome on(BatchOperation operation, Consumer<Draft> act) {
        Preconditions preconditions = Preconditions.optional(operation.ifMatch());
        Draft draft = Draft.lock(given(operation.id()));
        preconditions.check(draft);
        act.accept(draft);
        return Outcome.of(200, draft);
    }

    /** BatchInput has seen to it that it is there. */
    private static <T> T given(@Nullable T member) {
        return Objects.requireNonNull(member);
    }
}
