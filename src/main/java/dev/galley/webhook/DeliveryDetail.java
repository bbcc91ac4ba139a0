package dev.galley.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery with what is sent, and the log of attempts, the newest first. */
public record DeliveryDetail(
        @JsonUnwrapped DeliveryItem delivery,
        @Schema(implementation = Object.class) @JsonRawValue String payload,
        List<AttemptView> attempts) {
    static DeliveryDetail of(Delivery delivery) {
        return new DeliveryDetail(
                DeliveryItem.of(delivery),
                delivery.body,
                Attempt.at(delivery).stream().map(AttemptView::of).toList());
    }
}
