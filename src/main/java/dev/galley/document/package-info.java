/**
 * The article as one immutable value: metadata, lead, sections in sections, takeaways, FAQs, and the sealed family of
 * blocks they are made of. Every edit is a pure function from document to document.
 */
@NullMarked
package dev.galley.document;

import org.jspecify.annotations.NullMarked;
