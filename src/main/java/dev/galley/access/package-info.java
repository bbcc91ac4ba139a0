/** Who may do what, and who did: keys, roles, tokens of a provider, failed logins, the audit. */
@NullMarked
package dev.galley.access;

import org.jspecify.annotations.NullMarked;
