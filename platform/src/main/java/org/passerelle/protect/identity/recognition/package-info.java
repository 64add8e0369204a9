/**
 * Whether two files of one organisation are of one person: possible duplicates with their reasons,
 * compared side by side, by two readers where the stakes are high; and suggestions of what else may
 * belong together. Files of different organisations are never compared here.
 */
@NullMarked
package org.passerelle.protect.identity.recognition;

import org.jspecify.annotations.NullMarked;
