/**
 * How many people there are, not only how many were found: studies by multiple systems estimation
 * over the organisations of the node, from the choice of cases to the signed assumptions.
 */
@NamedInterface("estimation")
@NullMarked
package org.passerelle.understand.estimation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
