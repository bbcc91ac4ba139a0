/**
 * Finds published things by their words: an index on each node that follows the change log and can always be made again
 * from the rows, the queries on it, suggestions, related articles.
 */
@NullMarked
package dev.galley.search;

import org.jspecify.annotations.NullMarked;
