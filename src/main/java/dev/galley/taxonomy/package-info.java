/** What articles have in common: topics, authors, series, and their resources. */
@NullMarked
package dev.galley.taxonomy;

import org.jspecify.annotations.NullMarked;
