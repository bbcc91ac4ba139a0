package dev.galley.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A Galley that keeps no answers in memory. */
public final class Uncached implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("galley.delivery.cache-size", "0");
    }
}
