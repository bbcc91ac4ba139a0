package dev.galley.access;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom a request counts for: its address, which is the forwarded one only where {@code galley.trust-proxy} is on. */
final class Client {
    /** One household or machine has a whole /64, and could be another client with each request. */
    private static final int NETWORK_BYTES = 8;

    private Client() {}

    static String of(RoutingContext request) {
        SocketAddress address = request.request().remoteAddress();
        if (address == null) {
            return "";
        }
        return of(address.hostAddress() == null ? String.valueOf(address.host()) : address.hostAddress());
    }

    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // What has a colon is no name, so that nothing is looked up.
            InetAddress parsed = InetAddress.getByName(address.replaceAll("[\\[\\]]|%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
