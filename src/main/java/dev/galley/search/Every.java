package dev.galley.search;

import java.time.Duration;

/** What is to be done again and again, but not each time. */
final class Every {
    private final long nanos;
    private long last = System.nanoTime();

    Every(Duration pause) {
        this.nanos = pause.toNanos();
    }

    boolean isDue() {
        long now = System.nanoTime();
        if (now - last < nanos) {
            return false;
        }
        last = now;
        return true;
    }
}
