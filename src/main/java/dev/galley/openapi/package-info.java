/** What the API's description says beyond the annotations of the resources. Runs while Galley is built. */
@NullMarked
package dev.galley.openapi;

import org.jspecify.annotations.NullMarked;
