/** What editors do: drafts, their parts, imports, publishing by hand. */
@NullMarked
package dev.galley.editorial;

import org.jspecify.annotations.NullMarked;
