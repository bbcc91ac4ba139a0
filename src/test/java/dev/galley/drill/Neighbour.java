package dev.galley.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.galley.Api;
import java.io.IOException;

/** A reader like any other, who notices whether others are a burden to Galley. */
record Neighbour(Api api, String path) {
    private static final int REQUESTS = 500;

    /** One request after the other. */
    Figures.Times read() throws IOException {
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            assertEquals(200, api.get(path).statusCode());
            nanos[i] = System.nanoTime() - start;
        }
        return Figures.Times.of(nanos);
    }
}
