/**
 * The strategy from its plans down to indicators, its projects, and their funding: budgets,
 * commitments, disbursements, grants and contributions.
 */
@NullMarked
package org.passerelle.steer.programme;

import org.jspecify.annotations.NullMarked;
