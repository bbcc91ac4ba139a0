/** Many articles at once: archives that come in as jobs, and all that there is going out as one file. */
@NullMarked
package dev.galley.archive;

import org.jspecify.annotations.NullMarked;
