package dev.galley.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All that can be set to keep others out, in one application, so that its tests start one together. */
public final class Guarded implements QuarkusTestProfile {
    static final int FAILED_LOGINS = 5;
    static final Duration RECEIVE = Duration.ofSeconds(5);
    static final String HOST = "api.example.com";
    static final String ORIGIN = "https://cms.example.com";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                // X-Forwarded-For makes each test a client of its own.
                Map.entry("galley.trust-proxy", "true"),
                Map.entry("galley.limits.failed-logins", String.valueOf(FAILED_LOGINS)),
                Map.entry("galley.limits.failed-logins-per-minute", "1"),
                Map.entry("galley.limits.receive", RECEIVE.toSeconds() + "S"),
                Map.entry("galley.editorial.origins", ORIGIN + ",http://localhost:3000"),
                Map.entry("galley.delivery.require-key", "true"),
                Map.entry("galley.webhooks.allow-private", "false"),
                Map.entry("galley.oidc.role-claim", "realm_access/roles"),
                Map.entry("galley.oidc.roles.admin", "cms-admins,root"),
                Map.entry("galley.hosts", HOST + ",localhost"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OidcServer.class));
    }
}
