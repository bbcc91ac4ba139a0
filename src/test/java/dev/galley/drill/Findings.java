package dev.galley.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What writers saw: how much was acknowledged, and all that is not as it was acknowledged. */
record Findings(
        AtomicInteger acknowledged,
        Queue<String> lost,
        Queue<String> byHalf,
        Queue<String> gaps,
        Queue<String> refused) {
    Findings() {
        this(
                new AtomicInteger(),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>());
    }

    void assertNone() {
        assertEquals(List.of(), List.copyOf(lost), "lost");
        assertEquals(List.of(), List.copyOf(byHalf), "there by half");
        assertEquals(List.of(), List.copyOf(gaps), "gaps in the change log");
        assertEquals(List.of(), List.copyOf(refused), "answers that nobody expected");
    }

    @Override
    public String toString() {
        return Figures.format(
                "%,d acknowledged writes, lost: %d; articles by half: %d; gaps in the change log: %d",
                acknowledged.get(), lost.size(), byHalf.size(), gaps.size());
    }
}
