/** How everything that changes something runs: in one transaction, and again where another write got in its way. */
@NullMarked
package dev.galley.write;

import org.jspecify.annotations.NullMarked;
