package dev.galley.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The provider whose tokens are taken, as Quarkus wants to know it. It is asked for its keys with the first token, not
 * at the start, so that Galley starts where the provider is out of reach.
 */
@Startup
@ApplicationScoped
public class OidcProvider implements TenantConfigResolver {
    private static final Logger LOG = Logger.getLogger(OidcProvider.class);

    /** What Quarkus calls it when the audience doesn't count. */
    private static final List<String> ANY_AUDIENCE = List.of("any");

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final @Nullable OidcTenantConfig tenant;

    OidcProvider(OidcConfig config) {
        tenant = config.issuer()
                .map(issuer -> tenant(issuer, config.audience().orElse(ANY_AUDIENCE)))
                .orElse(null);
    }

    boolean isOn() {
        return tenant != null;
    }

    /** Null is the default provider of Quarkus, which isn't there. */
    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom().item(tenant);
    }

    /** Tokens are checked here, by the provider's public keys: none is sent to it to be looked at. */
    private static OidcTenantConfig tenant(URI issuer, List<String> audience) {
        if (audience.equals(ANY_AUDIENCE)) {
            LOG.warn("galley.oidc.audience is not set: a token that the provider made for any application is taken");
        }
        return OidcTenantConfig.authServerUrl(issuer.toString())
                .tenantId("galley")
                .connectionTimeout(CONNECT)
                .token()
                .issuer(issuer.toString())
                .audience(audience)
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }
}
