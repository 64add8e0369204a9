/** Intake, follow-up and assessment of a case: its forms, filled in by the team. */
@NamedInterface("intake")
@NullMarked
package org.passerelle.protect.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
