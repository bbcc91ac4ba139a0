/** The published questions and answers, across all articles too. */
@NullMarked
package dev.galley.faq;

import org.jspecify.annotations.NullMarked;
