/**
 * Encodings: what is compared instead of a name. Keys, schemes, and files that say what they are.
 * What each scheme leaks stands in {@code docs/linkage.md}.
 */
@NullMarked
package org.passerelle.linkage.encoding;

import org.jspecify.annotations.NullMarked;
