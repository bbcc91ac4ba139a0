package dev.galley.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One attempt under way. The status of the answer decides; of its body the beginning is read, for the log. */
final class Call {
    private static final Logger LOG = Logger.getLogger(Call.class);
    private static final int MOST_READ = 64 * 1024;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Message message;
    private final Vertx vertx;
    private final Clock clock;
    private final Instant at;
    private final Instant latest;
    private final long begun = System.nanoTime();
    private final long timer;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Buffer body = Buffer.buffer();

    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;

    Call(Message message, Vertx vertx, Clock clock, Duration longest) {
        this.message = message;
        this.vertx = vertx;
        this.clock = clock;
        this.at = clock.instant();
        this.latest = at.plus(longest);
        this.timer = vertx.setTimer(longest.toMillis(), id -> end(Failure.TIMEOUT));
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** Nothing where its time is over. */
    void begin(HttpClient client, InetAddress address) {
        if (!outcome.isDone()) {
            client.request(options(address)).onSuccess(this::send).onFailure(this::failed);
        }
    }

    void failed(Throwable failure) {
        end(failure(failure));
    }

    /** With the answer, where there is one by then. */
    synchronized void end(Failure failure) {
        if (outcome.isDone()) {
            return;
        }
        vertx.cancelTimer(timer);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        outcome.complete(response == null ? Outcome.failed(at, took, failure) : answered(response, took));
        if (request != null) {
            request.reset();
        }
    }

    private RequestOptions options(InetAddress address) {
        URI url = message.url();
        boolean secure = Targets.isSecure(url);
        int port = url.getPort() == -1 ? (secure ? HTTPS : HTTP) : url.getPort();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(requested(url));
    }

    private static String requested(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** A node that was suspended sends nothing: somebody else may have done it by then. */
    private synchronized void send(HttpClientRequest opened) {
        request = opened;
        Instant now = clock.instant();
        if (outcome.isDone() || now.isAfter(latest)) {
            end(Failure.TIMEOUT);
            opened.reset();
            return;
        }
        String id = message.id().toString();
        opened.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, "Galley")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader("webhook-signature", Signature.of(id, now, message.body(), message.secrets()))
                .send(Buffer.buffer(message.body()))
                .onSuccess(this::read)
                .onFailure(this::failed);
    }

    private synchronized void read(HttpClientResponse answer) {
        response = answer;
        answer.handler(this::read).endHandler(end -> end(Failure.FAILED)).exceptionHandler(this::failed);
    }

    private synchronized void read(Buffer part) {
        body.appendBuffer(part, 0, Math.min(part.length(), MOST_READ - body.length()));
        if (body.length() == MOST_READ) {
            end(Failure.FAILED);
        }
    }

    private Outcome answered(HttpClientResponse answer, Duration took) {
        int status = answer.statusCode();
        Duration retryAfter = RetryAfter.of(status, answer.getHeader(HttpHeaders.RETRY_AFTER), clock.instant());
        return Outcome.answered(at, took, status, body.toString(), retryAfter);
    }

    private Failure failure(Throwable failure) {
        if (causes(failure).anyMatch(SSLException.class::isInstance)) {
            return Failure.TLS_FAILED;
        } else if (request != null || failure instanceof HttpClosedException) {
            return Failure.CONNECTION_LOST;
        } else if (causes(failure).anyMatch(SocketException.class::isInstance)) {
            return Failure.CONNECT_FAILED;
        }
        LOG.errorf(failure, "Message %s could not be sent", message.id());
        return Failure.FAILED;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
