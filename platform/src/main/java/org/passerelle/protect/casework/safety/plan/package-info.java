/** Safety plans: agreed with the person, reviewed by a date, and printed for them on one page. */
@NamedInterface("safety-plan")
@NullMarked
package org.passerelle.protect.casework.safety.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
