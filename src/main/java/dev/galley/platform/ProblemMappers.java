package dev.galley.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where failures become answers: every one a problem document. */
public class ProblemMappers {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Links links;
    private final Routes routes;

    ProblemMappers(Links links, Routes routes) {
        this.links = links;
        this.routes = routes;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, RoutingContext request) {
        return answer(problem, request);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException failure, RoutingContext request) {
        return answer(JsonProblems.of(failure), request);
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response unauthorized(RoutingContext request) {
        boolean tried = request.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
        return answer(
                tried
                        ? Problem.credentialsInvalid("The key in the header Authorization is not valid.")
                        : Problem.credentialsMissing(),
                request);
    }

    /** Where there is more to say than that the credentials are not valid, it is the cause. */
    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException failure, RoutingContext request) {
        return failure.getCause() instanceof Problem problem ? answer(problem, request) : unauthorized(request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, RoutingContext request, ResourceInfo resource) {
        RolesAllowed needed = needed(resource);
        String role = needed == null ? "another role" : "the role " + String.join(" or ", needed.value());
        return answer(Problem.of(ProblemType.FORBIDDEN, "This needs " + role + "."), request);
    }

    @ServerExceptionMapper({LockTimeoutException.class, PessimisticLockException.class})
    public Response busy(RoutingContext request) {
        return answer(
                Problem.of(ProblemType.UNAVAILABLE, "Too many writes to the same thing are under way.")
                        .header(HttpHeaders.RETRY_AFTER, "1"),
                request);
    }

    /** Of the method, or else of its class. */
    private static @Nullable RolesAllowed needed(ResourceInfo resource) {
        if (resource.getResourceMethod() == null) {
            return null;
        }
        RolesAllowed own = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        return own == null ? resource.getResourceClass().getAnnotation(RolesAllowed.class) : own;
    }

    /** Two requests did what only one could; the database let the first one through. */
    @ServerExceptionMapper(ConstraintViolationException.class)
    public Response collision(RoutingContext request) {
        return answer(
                Problem.of(
                        ProblemType.CONFLICT,
                        "Another request changed the same thing first. Look at it and try again."),
                request);
    }

    /** What the REST layer itself refuses: no such path, method, type. */
    @ServerExceptionMapper
    public Response http(WebApplicationException failure, RoutingContext request) {
        if (failure.getCause() instanceof Problem problem) {
            return answer(problem, request);
        }
        if (failure.getCause() instanceof JsonProcessingException json) {
            return answer(JsonProblems.of(json), request);
        }
        return switch (failure.getResponse().getStatus()) {
            case 400 -> answer(Problem.member("", InputError.MALFORMED, "The request could not be read."), request);
            case 401 -> unauthorized(request);
            case 404 -> answer(Problem.notFound("resource at this path"), request);
            case 405 -> answer(methodNotAllowed(request), request);
            case 406 -> answer(notAcceptable(request), request);
            case 413 -> answer(Problem.of(ProblemType.CONTENT_TOO_LARGE, "The body is too large."), request);
            case 415 -> answer(unsupported(request), request);
            default -> unexpected(failure, request);
        };
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, RoutingContext request) {
        Optional<Problem> outage = Outage.behind(failure);
        if (outage.isPresent()) {
            LOG.warnf("Request %s: %s", HttpGate.requestId(request), failure);
            return answer(outage.get(), request);
        }
        if (isDisconnect(failure)) {
            LOG.debugf("Request %s broke off", HttpGate.requestId(request));
            return answer(Problem.member("", InputError.MALFORMED, "The body broke off."), request);
        }
        LOG.errorf(failure, "Request %s failed", HttpGate.requestId(request));
        return answer(Problem.internal(), request);
    }

    /** Who went away before the end of the body: no failure of ours, and nobody is there to read the answer. */
    private static boolean isDisconnect(Throwable failure) {
        return Outage.causes(failure).anyMatch(HttpClosedException.class::isInstance);
    }

    private Problem methodNotAllowed(RoutingContext request) {
        String allow = String.join(", ", routes.methods(request.normalizedPath()));
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This path understands " + allow + ".")
                .header(HttpHeaders.ALLOW, allow);
    }

    private Problem notAcceptable(RoutingContext request) {
        String types =
                String.join(", ", routes.produced(request.request().method().name(), request.normalizedPath()));
        return Problem.of(ProblemType.NOT_ACCEPTABLE, "What is made here: " + types + ".");
    }

    private Problem unsupported(RoutingContext request) {
        String types =
                String.join(", ", routes.consumed(request.request().method().name(), request.normalizedPath()));
        // RFC 9110 §15.5.16: the answer says which types would do; Accept-Patch is RFC 5789 §3.1.
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "What is read here: " + types + ".")
                .header("PATCH".equals(request.request().method().name()) ? "Accept-Patch" : HttpHeaders.ACCEPT, types);
    }

    private Response answer(Problem problem, RoutingContext request) {
        ProblemView view = ProblemView.of(problem, links, request);
        Response.ResponseBuilder response =
                Response.status(problem.type().status()).type(MEDIA_TYPE).entity(view);
        problem.headers().forEach(response::header);
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
