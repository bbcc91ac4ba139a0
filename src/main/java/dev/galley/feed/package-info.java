/** What is published, as feed readers, search engines and language models expect it. */
@NullMarked
package dev.galley.feed;

import org.jspecify.annotations.NullMarked;
