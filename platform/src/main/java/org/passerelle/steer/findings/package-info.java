/** Contradictions in the entries, found by rules, and the answers to them. */
@NullMarked
package org.passerelle.steer.findings;

import org.jspecify.annotations.NullMarked;
