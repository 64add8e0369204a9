/**
 * Are these two records the same person? Across scripts, in clear or encoded so that no name is
 * shared.
 */
@NullMarked
package org.passerelle.linkage;

import org.jspecify.annotations.NullMarked;
