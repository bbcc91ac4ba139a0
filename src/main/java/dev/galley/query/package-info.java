/** How lists are asked for: filters, pages, cursors. */
@NullMarked
package dev.galley.query;

import org.jspecify.annotations.NullMarked;
