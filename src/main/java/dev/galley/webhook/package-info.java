/** Telling others of changes: an outbox, written with each change, and a sender that empties it. */
@NullMarked
package dev.galley.webhook;

import org.jspecify.annotations.NullMarked;
