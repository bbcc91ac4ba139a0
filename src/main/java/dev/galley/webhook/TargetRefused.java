package dev.galley.webhook;

/** A URL leads to where webhooks may not lead. */
final class TargetRefused extends RuntimeException {
    TargetRefused() {
        super("The target is not public", null, false, false);
    }
}
