/** Who may do what: keys and roles. */
@NullMarked
package dev.galley.access;

import org.jspecify.annotations.NullMarked;
