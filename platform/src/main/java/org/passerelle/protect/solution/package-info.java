/**
 * Where a person is to live for good: integration here, return, settlement in a safe third country.
 * {@link Points} is what must be made sure of before each; what was decided is told by {@link
 * DurableSolutionDecided}.
 */
@NamedInterface("solution")
@NullMarked
package org.passerelle.protect.solution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
