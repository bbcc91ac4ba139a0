/** What takes long and goes on by itself: how far it is, for any node to tell. */
@NullMarked
package dev.galley.job;

import org.jspecify.annotations.NullMarked;
