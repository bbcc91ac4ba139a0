package dev.galley.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.Gauge;
import dev.galley.RunningGalley;
import dev.galley.api.Concurrently;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies of 100 MB, with their length and without, by several at once. */
class LargeBodyDrill {
    private static final int SENDERS = 20;
    private static final int MEBIBYTE = 1 << 20;
    private static final int SIZE = 100 * MEBIBYTE;

    /** The limit for imports, and what sockets and buffers on both sides hold. */
    private static final int EARLY = 30 * MEBIBYTE;

    private static final double LARGEST_GROWTH = 40;
    private static final List<String> PATHS = List.of("/v1/editorial/articles", "/v1/editorial/imports");

    @TempDir
    Path dataDir;

    @Test
    void theyAreRefusedEarlyAndLeaveNothingBehind() throws Exception {
        RunningGalley.Launch launch = Rounds.empty(RunningGalley.h2(dataDir)).javaOption("-Xmx256m");
        try (RunningGalley galley = launch.start()) {
            Gauge gauge = new Gauge(galley);
            new Neighbour(Rounds.api(galley), "/v1/articles").read();
            double heapBefore = gauge.heap();
            List<Sent> declared = send(galley, "Content-Length: " + SIZE);
            List<Sent> chunked = send(galley, "Transfer-Encoding: chunked");
            double heapAfter = gauge.heap();
            Figures.add(
                    "Bodies of 100 MiB, -Xmx256m",
                    SENDERS + " at once with Content-Length, then " + SENDERS + " chunked",
                    Figures.format(
                            "413 after %.1f MiB at most, chunked after %.1f MiB; heap %.0f MiB, afterwards %.0f MiB",
                            most(declared), most(chunked), heapBefore, heapAfter));
            for (List<Sent> all : List.of(declared, chunked)) {
                all.forEach(sent -> assertEquals(413, sent.status, sent::toString));
                all.forEach(sent -> assertTrue(sent.bytes < EARLY, sent::toString));
            }
            assertTrue(heapAfter - heapBefore < LARGEST_GROWTH, "heap");
        }
    }

    /** The negative control: with the limits raised all of it is taken. */
    @Test
    void aGalleyThatTakesMoreIsFoundOut() throws Exception {
        RunningGalley.Launch launch = Rounds.empty(RunningGalley.h2(dataDir))
                .setting("galley.limits.body", "200M")
                .setting("galley.limits.import-body", "200M")
                .javaOption("-Xmx1500m");
        try (RunningGalley galley = launch.start()) {
            Sent sent = Sent.to(galley, PATHS.get(0), "Content-Length: " + SIZE);
            Figures.add("Control: the limits raised to 200 MiB", "one body of 100 MiB", sent.toString());
            assertTrue(sent.status != 413 && sent.bytes == SIZE, sent::toString);
        }
    }

    private static List<Sent> send(RunningGalley galley, String header) {
        return Concurrently.each(SENDERS, i -> Sent.to(galley, PATHS.get(i % PATHS.size()), header));
    }

    private static double most(List<Sent> all) {
        return all.stream().mapToLong(Sent::bytes).max().orElse(0) / (double) MEBIBYTE;
    }

    /** How much was sent until the answer came, and its status. */
    private record Sent(long bytes, int status) {
        static Sent to(RunningGalley galley, String path, String header) {
            try (Socket socket = new Socket("localhost", galley.port())) {
                socket.setSoTimeout(30_000);
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Rounds.KEY
                                + "\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                long bytes = sendUntilAnswered(socket, out, header.contains("chunked"));
                byte[] status = socket.getInputStream().readNBytes(12);
                return new Sent(bytes, Integer.parseInt(new String(status, 9, 3, StandardCharsets.US_ASCII)));
            } catch (SocketTimeoutException e) {
                return new Sent(0, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static long sendUntilAnswered(Socket socket, OutputStream out, boolean chunked) throws IOException {
            byte[] spaces = new byte[1 << 16];
            Arrays.fill(spaces, (byte) ' ');
            long bytes = 0;
            while (bytes < SIZE && socket.getInputStream().available() == 0) {
                if (chunked) {
                    out.write((Integer.toHexString(spaces.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(spaces);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                bytes += spaces.length;
            }
            return bytes;
        }
    }
}
