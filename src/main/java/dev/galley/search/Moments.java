package dev.galley.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the databases keep them: in whole microseconds. */
final class Moments {
    private static final int NANOS = 1_000;

    private Moments() {}

    /** The last one that isn't after it. */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.truncatedTo(ChronoUnit.MICROS));
    }

    /** The first one that isn't before it. */
    static long microsUp(Instant time) {
        return micros(time) + (time.getNano() % NANOS == 0 ? 0 : 1);
    }
}
