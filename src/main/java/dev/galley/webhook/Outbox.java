package dev.galley.webhook;

import dev.galley.change.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Notes for each webhook that a change concerns what it is to be told, in the transaction of the change. */
@ApplicationScoped
class Outbox {
    private final Clock clock;

    Outbox(Clock clock) {
        this.clock = clock;
    }

    /** One that is paused hears of it later. */
    void note(@Observes Change.Logged logged) {
        Change change = logged.change();
        List<Webhook> concerned = Webhook.<Webhook>listAll().stream()
                .filter(webhook -> webhook.concerns(change))
                .toList();
        if (!concerned.isEmpty()) {
            String body = Payload.of(change).json();
            Instant now = clock.instant();
            concerned.forEach(webhook -> Delivery.begin(webhook, change, body, now));
        }
    }
}
