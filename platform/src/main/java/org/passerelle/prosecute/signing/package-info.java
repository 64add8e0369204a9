/** Keys by which colleagues sign custody, and by which an organisation seals a case file. */
@NamedInterface("signing")
@NullMarked
package org.passerelle.prosecute.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
