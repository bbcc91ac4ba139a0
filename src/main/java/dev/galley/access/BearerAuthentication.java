package dev.galley.access;

import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Reads {@code Authorization: Bearer <key or token>} (RFC 6750 §2.1). */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(BearerAuthentication.class);
    private static final String SCHEME = "Bearer ";

    /** Before the mechanism of OIDC, which gets what this one hands it and nothing else. */
    private static final int FIRST = DEFAULT_PRIORITY + 1_000;

    private final FailedLogins failedLogins;
    private final OidcProvider oidc;
    private final OidcAuthenticationMechanism tokens;
    private final TokenCaller tokenCaller;

    BearerAuthentication(
            FailedLogins failedLogins, OidcProvider oidc, OidcAuthenticationMechanism tokens, TokenCaller tokenCaller) {
        this.failedLogins = failedLogins;
        this.oidc = oidc;
        this.tokens = tokens;
        this.tokenCaller = tokenCaller;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        FailedLogins.Attempt attempt = failedLogins.attempt(Client.of(request), header);
        Optional<Problem> refusal = attempt.refusal();
        if (refusal.isPresent()) {
            return Uni.createFrom().failure(new AuthenticationFailedException(refusal.get()));
        }
        return identity(header, request, identities)
                .onItem()
                .invoke(attempt::succeeded)
                .onFailure(BearerAuthentication::isRefusal)
                .invoke(() -> attempt.failed(request.response()));
    }

    private Uni<SecurityIdentity> identity(String header, RoutingContext request, IdentityProviderManager identities) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Not a bearer token"));
        }
        String bearer = header.substring(SCHEME.length()).strip();
        return oidc.isOn() && TokenCaller.isToken(bearer)
                ? tokenIdentity(bearer, request, identities)
                : identities.authenticate(new KeyRequest(bearer));
    }

    private Uni<SecurityIdentity> tokenIdentity(
            String token, RoutingContext request, IdentityProviderManager identities) {
        return tokens.authenticate(request, identities)
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .transform(BearerAuthentication::outOfReach)
                .onItem()
                .ifNull()
                .failWith(() -> new AuthenticationFailedException("No token"))
                .onItem()
                .transform(verified -> tokenCaller.read(token).identity())
                .onFailure(Problem.class)
                .transform(AuthenticationFailedException::new);
    }

    /** The token may be good; nobody can tell. */
    private static Throwable outOfReach(Throwable failure) {
        LOG.warnf("The OpenID Connect provider is out of reach: %s", failure.getMessage());
        return new AuthenticationFailedException(
                Problem.of(ProblemType.UNAVAILABLE, "The provider of this token is out of reach.")
                        .header(HttpHeaders.RETRY_AFTER, "5"));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                && !(failure.getCause() instanceof Problem problem && problem.type() == ProblemType.UNAVAILABLE);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"galley\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyRequest.class);
    }

    @Override
    public int getPriority() {
        return FIRST;
    }
}
