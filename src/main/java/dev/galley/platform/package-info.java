/** What every room stands on: problems (RFC 9457), strict JSON, typed configuration, request ids, limits, links. */
@NullMarked
package dev.galley.platform;

import org.jspecify.annotations.NullMarked;
