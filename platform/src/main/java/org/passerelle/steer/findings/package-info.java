/** Contradictions in what was entered, found by rules, and the answers given to them. */
@NamedInterface("findings")
@NullMarked
package org.passerelle.steer.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
