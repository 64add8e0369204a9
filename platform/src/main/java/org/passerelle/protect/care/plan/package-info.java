/**
 * The care plan of a case: goals from what the person needs, steps with somebody who sees to each
 * and a day, and dated reviews. What is due stands among the tasks of the case and nowhere else.
 */
@NamedInterface("care-plan")
@NullMarked
package org.passerelle.protect.care.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
