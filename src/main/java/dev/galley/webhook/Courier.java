package dev.galley.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Makes one attempt to deliver a message. */
@ApplicationScoped
class Courier {
    /** Well within what a claim holds. */
    private static final Duration LONGEST = Claims.LONGEST.dividedBy(2);

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Targets targets;
    private final Vertx vertx;
    private final Clock clock;
    private final Duration longest;
    private final HttpClient client;

    /** A name server that hangs holds up those alone that need it: there are as many threads as lookups. */
    private final ExecutorService lookups = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "galley-webhook-lookup");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    Courier(Targets targets, Vertx vertx, Clock clock, WebhookConfig config) {
        this(targets, vertx, clock, config.timeout());
    }

    Courier(Targets targets, Vertx vertx, Clock clock, Duration longest) {
        this.targets = targets;
        this.vertx = vertx;
        this.clock = clock;
        this.longest = longest.compareTo(LONGEST) < 0 ? longest : LONGEST;
        // A connection for each attempt: none waits for another, and each goes to an address that was judged for it.
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(Webhook.MOST * Sender.AT_ONCE)
                .setMaxRedirects(0)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslHandshakeTimeout(CONNECT.toMillis()));
    }

    /** No attempt takes longer. */
    Duration longest() {
        return longest;
    }

    /** {@code number} leads to another one of the receiver's addresses each time. It never fails; what fails is told. */
    CompletableFuture<Outcome> send(Message message, long number) {
        Call call = new Call(message, vertx, clock, longest);
        lookups.execute(() -> begin(call, message, number));
        return call.outcome();
    }

    private void begin(Call call, Message message, long number) {
        try {
            call.begin(client, targets.address(message.url(), number));
        } catch (TargetRefused e) {
            call.end(Failure.TARGET_REFUSED);
        } catch (UnknownHostException e) {
            call.end(Failure.HOST_UNKNOWN);
        } catch (RuntimeException e) {
            call.failed(e);
        }
    }
}
