package dev.galley.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes ids: UUIDv7 (RFC 9562 §5.7) for what is found by id, short random ones for blocks. */
public final class Ids {
    private static final TimeBasedEpochGenerator UUIDS = Generators.timeBasedEpochGenerator();
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int SHORT_LENGTH = 8;

    private Ids() {}

    public static UUID next() {
        return UUIDS.generate();
    }

    /** 40 random bits in 8 letters: enough that two of one article's 2,000 blocks don't meet. */
    public static String nextShort() {
        StringBuilder id = new StringBuilder(SHORT_LENGTH);
        for (int i = 0; i < SHORT_LENGTH; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    /** Empty where the text is no UUID as RFC 9562 §4 writes it. */
    public static Optional<UUID> parse(String text) {
        return UUID_SHAPE.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
