package dev.galley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.WebhookReceiver;
import dev.galley.platform.Problem;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that lead where webhooks may not lead, and those that lead there a moment later. */
class TargetsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final URI TARGET = URI.create("https://receiver.example/");
    private static final String SECRET = WebhookSecret.random();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private static InetAddress[] addresses(String... addresses) {
        return Stream.of(addresses).map(TargetsTest::address).toArray(InetAddress[]::new);
    }

    private static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome send(Targets targets, String url) {
        Message message = new Message(UUID.randomUUID(), URI.create(url), "{}", List.of(SECRET));
        return new Courier(targets, VERTX, Clock.systemUTC(), Duration.ofSeconds(5))
                .send(message, 0)
                .join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://0/",
                "https://127.1/",
                "https://2130706433/",
                "http://93.184.215.14/"
            })
    void whatIsNotPublicIsRefusedAtOnce(String url) {
        Targets targets = new Targets(false, InetAddress::getAllByName);
        Problem problem = assertThrows(Problem.class, () -> targets.check(url));
        assertEquals(400, problem.type().status());
        assertEquals("/url", problem.errors().get(0).pointer());
    }

    @Test
    void whatIsPublicIsTaken() throws UnknownHostException {
        Targets targets = new Targets(false, InetAddress::getAllByName);
        targets.check("https://93.184.215.14/hook");
        targets.check("https://[2606:4700:4700::1111]:8443/hook");
        targets.check("https://receiver.invalid/");
        assertEquals(address("93.184.215.14"), targets.address(URI.create("https://93.184.215.14/hook"), 0));
    }

    @Test
    void oneAddressOfManyIsEnoughToRefuseAName() {
        Targets targets = new Targets(false, host -> addresses("8.8.8.8", "192.168.1.1"));
        assertThrows(TargetRefused.class, () -> targets.address(TARGET, 0));
        assertThrows(Problem.class, () -> targets.check(TARGET.toString()));
    }

    @Test
    void eachAttemptTakesAnotherOfItsAddresses() throws UnknownHostException {
        Targets targets = new Targets(false, host -> addresses("8.8.8.8", "9.9.9.9"));
        assertEquals(address("8.8.8.8"), targets.address(TARGET, 0));
        assertEquals(address("9.9.9.9"), targets.address(TARGET, 1));
        assertEquals(address("8.8.8.8"), targets.address(TARGET, 2));
    }

    @Test
    void aNameThatLeadsHomeLaterIsRefusedThen() {
        Deque<String> next = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        Targets targets = new Targets(false, host -> addresses(next.removeFirst()));
        targets.check(TARGET.toString());
        assertEquals(Failure.TARGET_REFUSED, send(targets, TARGET.toString()).failure());
        assertTrue(next.isEmpty());
    }

    /** The name has no address but the one that was judged: what is connected to isn't looked up again. */
    @Test
    void theConnectionIsMadeToTheAddressThatWasJudged() {
        try (WebhookReceiver receiver = WebhookReceiver.thatAnswers(200)) {
            Targets targets = new Targets(true, host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
            Outcome outcome = send(targets, "http://receiver.invalid:" + receiver.port());
            assertEquals(200, outcome.status());
            assertEquals("/", receiver.last().path());
            assertEquals(
                    "receiver.invalid:" + receiver.port(),
                    receiver.last().headers().getFirst("host"));
            assertTrue(receiver.last().isSignedWith(SECRET));
        }
    }

    @Test
    void plainHttpIsRefusedWhereTheSettingWasTakenBack() {
        try (WebhookReceiver receiver = WebhookReceiver.thatAnswers(200)) {
            Targets targets = new Targets(false, host -> addresses("8.8.8.8"));
            assertEquals(Failure.TARGET_REFUSED, send(targets, receiver.url()).failure());
            assertEquals(List.of(), receiver.received());
        }
    }
}
