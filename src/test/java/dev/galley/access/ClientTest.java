package dev.galley.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
    @Test
    void eachIpv4AddressIsAClient() {
        assertNotEquals(Client.of("192.0.2.1"), Client.of("192.0.2.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "[2001:db8:1:2::7]", "2001:DB8:1:2::1%eth0"})
    void anIpv6NetworkIsOneClient(String address) {
        assertEquals(Client.of("2001:db8:1:2::"), Client.of(address));
    }

    @Test
    void anotherIpv6NetworkIsAnother() {
        assertNotEquals(Client.of("2001:db8:1:2::1"), Client.of("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressInIpv6IsTheSameClient() {
        assertEquals(Client.of("192.0.2.1"), Client.of("::ffff:192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "a:b:c", ":::::", "proxy.example"})
    void whatIsNoAddressIsAClientAsItStands(String address) {
        assertEquals(address, Client.of(address));
    }
}
