/** Exhibits: what they are, their bytes in sealed pieces, and the signed chain of their custody. */
@NamedInterface("exhibit")
@NullMarked
package org.passerelle.prosecute.exhibit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
