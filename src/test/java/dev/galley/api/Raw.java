package dev.galley.api;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Requests that REST Assured would tidy up first. */
final class Raw {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Raw() {}

    static URI uri(String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static HttpRequest.Builder editor(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + ApiTest.KEY);
    }

    static HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(editor(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Without Content-Length. */
    static HttpResponse<String> postChunked(String path, String contentType, byte[] body) {
        return send(editor(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    /** The status line and all that follows for a request target sent to the letter. */
    static String get(String target, String... headers) {
        return send("GET", target, headers);
    }

    static String send(String method, String target, String... headers) {
        boolean empty = method.equals("GET") || method.equals("DELETE");
        String body = empty ? "" : "{}";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            String request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (empty ? "" : "Content-Type: application/json\r\nContent-Length: 2\r\n")
                    + String.join("", headers) + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
