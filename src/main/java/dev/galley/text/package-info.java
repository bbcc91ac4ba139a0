/** The craft of text: inline CommonMark, safe HTML, slugs and word counts. Knows nothing of articles. */
@NullMarked
package dev.galley.text;

import org.jspecify.annotations.NullMarked;
