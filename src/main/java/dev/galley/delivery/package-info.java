/** HTTP semantics in front of every GET of delivery. */
@NullMarked
package dev.galley.delivery;

import org.jspecify.annotations.NullMarked;
