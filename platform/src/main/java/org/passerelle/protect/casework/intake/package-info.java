/** Forms of a case: intake, follow-up and assessment, filled in by the team. */
@NamedInterface("intake")
@NullMarked
package org.passerelle.protect.casework.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
