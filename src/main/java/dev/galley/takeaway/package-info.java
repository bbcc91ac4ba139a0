/** The published takeaways, across all articles too. */
@NullMarked
package dev.galley.takeaway;

import org.jspecify.annotations.NullMarked;
