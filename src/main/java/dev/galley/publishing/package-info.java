/** The seam: a document becomes the rows that delivery reads, in one transaction with its entry in the change log. */
@NullMarked
package dev.galley.publishing;

import org.jspecify.annotations.NullMarked;
