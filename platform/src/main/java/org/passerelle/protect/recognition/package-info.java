/**
 * Whether two files of one organisation are of one person: possible duplicates with their reasons,
 * side by side, read by two where the stakes are high; and what else may belong together. Between
 * organisations nothing of this exists.
 */
@NullMarked
package org.passerelle.protect.recognition;

import org.jspecify.annotations.NullMarked;
