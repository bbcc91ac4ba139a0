/** The blocks that text is made of: one file each, and each knows its Markdown, its HTML and its plain text. */
@NullMarked
package dev.galley.document.block;

import org.jspecify.annotations.NullMarked;
