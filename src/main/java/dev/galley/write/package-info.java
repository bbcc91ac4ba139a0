/** How every write runs: in one transaction, again where another got in its way, once for an Idempotency-Key. */
@NullMarked
package dev.galley.write;

import org.jspecify.annotations.NullMarked;
