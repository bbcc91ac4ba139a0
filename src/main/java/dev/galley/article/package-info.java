/** The published article: its row, its views, and {@code /v1/articles}. */
@NullMarked
package dev.galley.article;

import org.jspecify.annotations.NullMarked;
