package dev.galley.access;

import dev.galley.platform.Digests;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * The secrets of keys: {@code galley_}, 43 random digits of base 62, and a checksum of both in 6 more, so that scanners
 * can tell one that leaked from what only looks like it.
 */
final class KeySecret {
    static final String PREFIX = "galley_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_BITS = 256;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECKSUM_DIGITS = 6;

    private KeySecret() {}

    static String random() {
        String unchecked = PREFIX + base62(new BigInteger(RANDOM_BITS, new SecureRandom()), RANDOM_DIGITS);
        CRC32 checksum = new CRC32();
        checksum.update(unchecked.getBytes(StandardCharsets.US_ASCII));
        return unchecked + base62(BigInteger.valueOf(checksum.getValue()), CHECKSUM_DIGITS);
    }

    /** A fast hash is enough for secrets that are long and random; there is nothing to guess. */
    static String hash(String secret) {
        return Digests.sha256(secret);
    }

    private static String base62(BigInteger number, int digits) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < digits; i++) {
            text.append(DIGITS.charAt(rest.mod(BASE).intValue()));
            rest = rest.divide(BASE);
        }
        return text.reverse().toString();
    }
}
