/** The change log: one numbered list of everything that happened to public content. */
@NullMarked
package dev.galley.change;

import org.jspecify.annotations.NullMarked;
