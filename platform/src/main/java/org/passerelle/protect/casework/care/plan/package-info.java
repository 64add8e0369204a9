/**
 * The care plan of a case: goals from the person's needs, steps with assignee and deadline, and
 * dated reviews. Due dates are kept only in the tasks of the case.
 */
@NamedInterface("care-plan")
@NullMarked
package org.passerelle.protect.casework.care.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
