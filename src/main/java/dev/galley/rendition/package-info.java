/** Documents written out for readers and other tools. */
@NullMarked
package dev.galley.rendition;

import org.jspecify.annotations.NullMarked;
