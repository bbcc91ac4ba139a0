package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;

/** Those who send a body and never get to its end. */
@ApiTest
@TestProfile(Guarded.class)
class SlowBodiesTest {
    private static final int MOST_AT_ONCE = 150;
    private static final Duration LONGEST = Guarded.RECEIVE.plusSeconds(10);

    /** All but its end. */
    private static Socket begin(String credentials) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout((int) LONGEST.toMillis());
        String head = "POST " + Editor.ARTICLES + " HTTP/1.1\r\nHost: localhost\r\n" + credentials
                + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private static int post() {
        return Editor.editor(minimal()).post(Editor.ARTICLES).statusCode();
    }

    @Test
    void tooManyAtOnceLeaveRoomForThoseWhoRead() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            // On a slow machine the first may be cut off before the last has come.
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                close(slow);
                for (int i = 0; i < MOST_AT_ONCE; i++) {
                    slow.add(begin("Authorization: Bearer " + ApiTest.KEY + "\r\n"));
                }
                return post() == 503;
            });
            Editor.editor().get(Editor.ARTICLES + "?limit=1").then().statusCode(200);
        } finally {
            close(slow);
        }
        await().until(() -> post() == 201);
    }

    /** It gets its answer, and no more time for that. */
    @Test
    void whoWasAnsweredEarlyIsCutOffAsWell() throws IOException {
        try (Socket socket = begin("")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    /** The request that was upgraded has no body that could be late. */
    @Test
    void whoListensOverHttp2MayStay() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(Raw.uri("/v1/events"))
                                .header("Authorization", "Bearer " + ApiTest.KEY)
                                .build(),
                        BodyHandlers.ofInputStream());
        assertEquals(HttpClient.Version.HTTP_2, answer.version());
        long start = System.nanoTime();
        try (Scanner heartbeats = new Scanner(answer.body(), StandardCharsets.UTF_8)) {
            while (System.nanoTime() - start < Guarded.RECEIVE.plusSeconds(2).toNanos()) {
                assertTrue(heartbeats.hasNextLine(), "it was cut off");
                heartbeats.nextLine();
            }
        }
    }
}
