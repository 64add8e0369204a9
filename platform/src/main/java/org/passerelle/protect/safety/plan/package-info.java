/** What is done when danger comes: agreed with the person, reviewed by a day, theirs on a page. */
@NamedInterface("safety-plan")
@NullMarked
package org.passerelle.protect.safety.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
