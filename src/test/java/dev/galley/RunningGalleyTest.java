package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real runnables don't exist yet when unit tests run, so a stand-in answers in their place. */
class RunningGalleyTest {
    private static final String BUILD_DIRECTORY = "galley.build-directory";

    @TempDir
    Path directory;

    private @Nullable String before;

    @BeforeEach
    void packageStandIn() throws Exception {
        before = System.getProperty(BUILD_DIRECTORY);
        System.setProperty(BUILD_DIRECTORY, directory.toString());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        StandIn.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        Path jar = Files.createDirectories(directory.resolve("quarkus-app")).resolve("quarkus-run.jar");
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
    }

    @AfterEach
    void restoreBuildDirectory() {
        if (before == null) {
            System.clearProperty(BUILD_DIRECTORY);
        } else {
            System.setProperty(BUILD_DIRECTORY, before);
        }
    }

    @Test
    void itIsReadyAndHasItsSettingsAndItsEnvironment() throws Exception {
        RunningGalley.Launch launch = RunningGalley.h2(directory.resolve("data"))
                .setting("galley.samples", "true")
                .environment("GALLEY_ADMIN_KEY", "a key");
        try (RunningGalley galley = launch.start()) {
            HttpRequest request =
                    HttpRequest.newBuilder(galley.uri("/settings")).build();
            String answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            assertEquals(directory.resolve("data") + " true a key", answer);
        }
    }

    @Test
    void stoppedItEndsInOrderAndKilledItDoesNot() {
        RunningGalley.Launch launch = RunningGalley.h2(directory);
        try (RunningGalley stopped = launch.start();
                RunningGalley killed = launch.start()) {
            stopped.stop();
            killed.kill();
            assertTrue(stopped.log().contains("in order"), stopped.log());
            assertFalse(killed.log().contains("in order"), killed.log());
            assertFalse(stopped.isRunning() || killed.isRunning());
        }
    }

    @Test
    void aRefusalToStartIsAnsweredWithItsLog() {
        RunningGalley.Launch launch = RunningGalley.h2(directory).setting("refuse", "Use the other runnable");
        RunningGalley.Exit exit = launch.startAndFail();
        assertEquals(1, exit.status());
        assertTrue(exit.log().contains("Use the other runnable"), exit.log());
        IllegalStateException failure = assertThrows(IllegalStateException.class, launch::start);
        assertTrue(failure.getMessage().contains("Use the other runnable"), failure.getMessage());
    }

    /** Answers as much as the tests ask, and is ready only at the third time of asking. */
    public static final class StandIn {
        private static int asked;

        private StandIn() {}

        public static void main(String[] arguments) throws IOException {
            String refusal = System.getProperty("refuse");
            if (refusal != null) {
                System.err.println(refusal);
                System.exit(1);
            }
            int port = Integer.getInteger("quarkus.http.port");
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
            answer(server, "/q/health/ready", "{}");
            answer(
                    server,
                    "/settings",
                    System.getProperty("galley.data-dir") + " " + System.getProperty("galley.samples") + " "
                            + System.getenv("GALLEY_ADMIN_KEY"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped in order")));
            server.start();
        }

        private static void answer(HttpServer server, String path, String body) {
            server.createContext(path, exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(asked++ < 2 ? 503 : 200, bytes.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(bytes);
                }
            });
        }
    }
}
