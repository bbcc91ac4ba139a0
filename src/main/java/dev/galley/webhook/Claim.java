package dev.galley.webhook;

import java.time.Instant;

/**
 * The right to send one delivery, for a while. {@code fence} tells it from every other claim to the same: what is done
 * with one that somebody else has taken over doesn't count.
 */
record Claim(Message message, long fence, Instant until) {}
