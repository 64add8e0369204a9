/**
 * How urgent a case is and how far its person may come to harm: from signs, or as somebody said.
 */
@NamedInterface("urgency")
@NullMarked
package org.passerelle.protect.urgency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
