package dev.galley;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody who is told of changes, and answers as a test wants. */
public final class WebhookReceiver implements AutoCloseable {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answer answer;

    /** What to do with the nth message, counted from 1. */
    @FunctionalInterface
    public interface Answer {
        void give(HttpExchange exchange, int nth) throws IOException;
    }

    /** A message as it came. */
    public record Received(String path, Headers headers, String body) {
        public String id() {
            return headers.getFirst("webhook-id");
        }

        public JsonNode json() {
            return Json.parse(body.getBytes(StandardCharsets.UTF_8));
        }

        public long seq() {
            return json().at("/data/seq").asLong();
        }

        public boolean isSignedWith(String secret) {
            return isSignedWith(secret, body);
        }

        /** As receivers check it, with the library of those who made the standard. */
        public boolean isSignedWith(String secret, String body) {
            try {
                new Webhook(secret).verify(body, HttpHeaders.of(headers, (name, value) -> true));
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            }
        }
    }

    private WebhookReceiver(Answer answer) {
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    public static WebhookReceiver thatAnswers(int status) {
        return thatDoes(answering(status));
    }

    public static WebhookReceiver thatDoes(Answer answer) {
        return new WebhookReceiver(answer);
    }

    public static Answer answering(int status, String... headers) {
        return (exchange, nth) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    public void answers(Answer next) {
        answer = next;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://localhost:" + port() + "/hook?from=galley";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received last() {
        return received.get(received.size() - 1);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int nth;
            synchronized (received) {
                received.add(new Received(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
                nth = received.size();
            }
            answer.give(exchange, nth);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
