/** The published sections, across all articles too. */
@NullMarked
package dev.galley.section;

import org.jspecify.annotations.NullMarked;
