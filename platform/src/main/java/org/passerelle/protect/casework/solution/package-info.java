/**
 * Durable solutions: local integration, return, settlement in a safe third country. {@link Points}
 * lists what must be confirmed before each; a decision is published as {@link
 * DurableSolutionDecided}.
 */
@NamedInterface("solution")
@NullMarked
package org.passerelle.protect.casework.solution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
