package dev.galley.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class KeySecretTest {
    private static final int CHECKSUM = 6;

    @Test
    void aSecretHasAShapeThatScannersKnow() {
        Stream.generate(KeySecret::random)
                .limit(1_000)
                .forEach(secret -> assertTrue(secret.matches("galley_[0-9A-Za-z]{49}"), secret));
    }

    @Test
    void itsEndIsTheChecksumOfTheRest() {
        String secret = KeySecret.random();
        int end = secret.length() - CHECKSUM;
        CRC32 expected = new CRC32();
        expected.update(secret.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        BigInteger given = BigInteger.ZERO;
        for (char digit : secret.substring(end).toCharArray()) {
            int value = digit <= '9' ? digit - '0' : digit <= 'Z' ? digit - 'A' + 10 : digit - 'a' + 36;
            given = given.multiply(BigInteger.valueOf(62)).add(BigInteger.valueOf(value));
        }
        assertEquals(expected.getValue(), given.longValueExact());
    }

    @Test
    void noTwoAreTheSame() {
        Set<String> secrets = Stream.generate(KeySecret::random).limit(1_000).collect(Collectors.toSet());
        assertEquals(1_000, secrets.size());
    }
}
