/** Contradictions in the entries, found by rules, and the answers to them. */
@NamedInterface("findings")
@NullMarked
package org.passerelle.steer.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
