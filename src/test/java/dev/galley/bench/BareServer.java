package dev.galley.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The least that this stack can do for an answer: Vert.x, one handler, bytes from memory. {@code BareServer port dir}
 * serves the files of a directory by their names.
 */
final class BareServer {
    private BareServer() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Buffer> bodies = bodies(Path.of(arguments[1]));
        Vertx vertx = Vertx.vertx();
        for (int loop = 0; loop < 2 * Runtime.getRuntime().availableProcessors(); loop++) {
            vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true).setReuseAddress(true))
                    .requestHandler(request -> {
                        Buffer body = bodies.get(request.path());
                        if (body == null) {
                            request.response().setStatusCode(404).end();
                        } else {
                            request.response()
                                    .putHeader("content-type", "application/json;charset=UTF-8")
                                    .end(body);
                        }
                    })
                    .listen(Integer.parseInt(arguments[0]))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private static Map<String, Buffer> bodies(Path directory) throws IOException {
        Map<String, Buffer> bodies = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                bodies.put("/" + file.getFileName(), Buffer.buffer(Files.readAllBytes(file)));
            }
        }
        return bodies;
    }
}
