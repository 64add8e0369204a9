/** Urgency of a case and risk of its person: from signs, or judged manually. */
@NamedInterface("urgency")
@NullMarked
package org.passerelle.protect.casework.urgency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
