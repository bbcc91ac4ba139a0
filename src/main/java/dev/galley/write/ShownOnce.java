package dev.galley.write;

/** An answer with a secret in it, which is told the one who asked and kept nowhere: not for an Idempotency-Key either. */
public interface ShownOnce {
    /** What may be kept of it, and told again. */
    Object withoutSecret();
}
