/**
 * What differs between two versions of an article, and how two edits of one version become one: plain functions of
 * documents. Both take a document apart into its parts, which are known by their ids.
 */
@NullMarked
package dev.galley.document.diff;

import org.jspecify.annotations.NullMarked;
