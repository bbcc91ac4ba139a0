package dev.galley.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes too long for the head of a request, and who only seems to. */
class SlowHeadsTest {
    private static final String HTTP_2 = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final String FRAME = "\0\0\4\10\0\0\0\0\0\0\0\0\1";

    private final EmbeddedChannel connection = new EmbeddedChannel(new SlowHeads.Deadline(Duration.ofSeconds(40)));

    private void hears(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    private void answers(String text) {
        connection.writeOutbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    private boolean isOpenLater() {
        connection.advanceTimeBy(1, TimeUnit.HOURS);
        connection.runScheduledPendingTasks();
        return connection.isOpen();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"G", "P", "PRI", "POST / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "PRI * HTTP/2.0\r"})
    void whoDoesNotComeToTheEndIsCutOff(String begun) {
        hears(begun);
        assertFalse(isOpenLater());
    }

    @Test
    void soIsWhoDoesNotWithTheNextOne() {
        hears("GET / HTTP/1.1\r\n\r\n");
        answers("HTTP/1.1 200 OK\r\n\r\n");
        hears("GET / HTTP/1.1\r\n");
        assertFalse(isOpenLater());
    }

    @Test
    void whoComesToTheEndMayStay() {
        hears("GET / HTTP/1.1\r\n");
        hears("Host: a\r\n\r\n");
        assertTrue(isOpenLater());
    }

    @Test
    void framesOfHttp2AreNoHeads() {
        hears(HTTP_2 + FRAME);
        answers(FRAME);
        hears(FRAME);
        assertTrue(isOpenLater());
    }

    @Test
    void norAreTheyAfterAnUpgrade() {
        hears("GET / HTTP/1.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n");
        answers("HTTP/1.1 101 Switching Protocols\r\n\r\n");
        for (int i = 0; i < HTTP_2.length(); i++) {
            answers(FRAME);
            hears(HTTP_2.substring(i, i + 1));
        }
        answers(FRAME);
        hears(FRAME);
        assertTrue(isOpenLater());
    }

    @Test
    void nothingIsHeldBack() {
        hears(HTTP_2);
        hears(FRAME);
        assertEquals(2, connection.inboundMessages().size());
    }
}
