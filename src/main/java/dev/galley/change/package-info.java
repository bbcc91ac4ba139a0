/** The change log: one numbered list of everything that happened to public content, and those who follow it. */
@NullMarked
package dev.galley.change;

import org.jspecify.annotations.NullMarked;
