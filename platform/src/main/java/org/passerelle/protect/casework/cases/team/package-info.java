/** Who works on a case: members, stand-ins, reassignment, temporary access. */
@NamedInterface("cases-team")
@NullMarked
package org.passerelle.protect.casework.cases.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
