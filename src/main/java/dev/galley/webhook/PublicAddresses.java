package dev.galley.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses stand for a place on the public internet: by the registries of special-purpose addresses (RFC 6890),
 * and what clouds keep for themselves.
 */
final class PublicAddresses {
    private static final List<Range> NOT_PUBLIC_IN_IPV4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // A cloud's host, which has the secrets of its machines.
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Whatever else there is, is not for everyone. */
    private static final Range PUBLIC_IN_IPV6 = Range.of("2000::/3");

    /** Teredo and other protocols, examples, 6to4, and examples again. */
    private static final List<Range> NOT_PUBLIC_IN_IPV6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Its last four bytes are an IPv4 address (RFC 6052). */
    private static final Range TRANSLATED = Range.of("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private PublicAddresses() {}

    static boolean include(InetAddress address) {
        return include(address.getAddress());
    }

    private static boolean include(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return NOT_PUBLIC_IN_IPV4.stream().noneMatch(range -> range.includes(address));
        } else if (isMapped(address) || TRANSLATED.includes(address)) {
            return include(Arrays.copyOfRange(address, IPV6_BYTES - IPV4_BYTES, IPV6_BYTES));
        }
        return PUBLIC_IN_IPV6.includes(address)
                && NOT_PUBLIC_IN_IPV6.stream().noneMatch(range -> range.includes(address));
    }

    /** So are they of {@code ::ffff:0:0/96} (RFC 4291), which Java takes for IPv4 where it reads it as text. */
    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    private static List<Range> ranges(String... ranges) {
        return Stream.of(ranges).map(Range::of).toList();
    }

    /** The addresses that begin with the same bits. */
    private record Range(byte[] prefix, int bits) {
        static Range of(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] prefix = InetAddress.getByName(text.substring(0, slash)).getAddress();
                return new Range(prefix, Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean includes(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
