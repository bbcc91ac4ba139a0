/**
 * Text in, document out. A reader turns its format into {@link dev.galley.ingest.Piece pieces} in reading order; the
 * {@link dev.galley.ingest.Assembler} turns pieces into sections, takeaways, FAQs and call-outs, the same way for all.
 */
@NullMarked
package dev.galley.ingest;

import org.jspecify.annotations.NullMarked;
