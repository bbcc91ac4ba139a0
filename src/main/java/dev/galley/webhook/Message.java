package dev.galley.webhook;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** One thing to send: its id is the same at each attempt, and so is its body. */
record Message(UUID id, URI url, String body, List<String> secrets) {
    /** Without the secrets, wherever it may be written. */
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
