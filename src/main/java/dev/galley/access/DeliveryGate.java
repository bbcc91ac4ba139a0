package dev.galley.access;

import dev.galley.platform.Routes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Where {@code galley.delivery.require-key} is on, what is published opens to any key, and to nobody without one. */
public class DeliveryGate {
    private static final List<String> CLOSED = List.of("/v1/", "/llms");

    /** Read by what can't send a key; a preview's link is one itself. */
    private static final List<String> OPEN = List.of("/v1/feeds", "/v1/preview");

    private final boolean requireKey;
    private final SecurityIdentity caller;

    DeliveryGate(AccessConfig config, SecurityIdentity caller) {
        this.requireKey = config.delivery().requireKey();
        this.caller = caller;
    }

    @ServerRequestFilter
    public void close(ResourceInfo resource) {
        if (requireKey && isClosed(Routes.template(resource))) {
            EditorialGate.requireRole(caller);
        }
    }

    /** By what was found, not by how it was asked for. */
    private static boolean isClosed(String template) {
        return CLOSED.stream().anyMatch(template::startsWith) && OPEN.stream().noneMatch(template::startsWith);
    }
}
