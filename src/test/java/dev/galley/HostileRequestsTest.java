package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileRequestsTest {
    private final List<String> searches = HostileRequests.searches(7, 1_000).toList();
    private final List<String> reads = HostileRequests.reads(7, 1_000).toList();

    @Test
    void theSameSeedGivesTheSameRequestsAndAnotherOnesOthers() {
        assertEquals(searches, HostileRequests.searches(7, 1_000).toList());
        assertEquals(reads, HostileRequests.reads(7, 1_000).toList());
        assertNotEquals(searches, HostileRequests.searches(8, 1_000).toList());
        assertNotEquals(reads, HostileRequests.reads(8, 1_000).toList());
    }

    @Test
    void aSearchIsAsLongAsOneMayBe() {
        assertTrue(searches.stream().allMatch(words -> !words.isEmpty() && words.length() <= 200));
    }

    @Test
    void aReadCanBeSentAsItStands() {
        reads.forEach(read -> assertEquals(
                read, URI.create("http://localhost" + read).toString().substring("http://localhost".length())));
    }
}
