package dev.galley.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** All that can be set to keep others out, in one application, so that its tests start one together. */
public final class Guarded implements QuarkusTestProfile {
    static final int FAILED_LOGINS = 5;
    static final String ORIGIN = "https://cms.example.com";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                // X-Forwarded-For makes each test a client of its own.
                "galley.trust-proxy", "true",
                "galley.limits.failed-logins", String.valueOf(FAILED_LOGINS),
                "galley.limits.failed-logins-per-minute", "1",
                "galley.editorial.origins", ORIGIN + ",http://localhost:3000",
                "galley.delivery.require-key", "true",
                "galley.webhooks.allow-private", "false",
                "galley.oidc.role-claim", "realm_access/roles",
                "galley.oidc.roles.admin", "cms-admins,root");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OidcServer.class));
    }
}
