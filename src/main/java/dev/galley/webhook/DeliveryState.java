package dev.galley.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How far a delivery is. */
public enum DeliveryState {
    /** To be sent, or to be sent again. */
    @JsonProperty("pending")
    PENDING,
    /** The receiver has answered 2xx. */
    @JsonProperty("delivered")
    DELIVERED,
    /** It failed as often as it is tried. */
    @JsonProperty("dead")
    DEAD,
    /** It is not to be sent any more. */
    @JsonProperty("discarded")
    DISCARDED;

    static List<String> names() {
        return Stream.of(values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static DeliveryState byName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
