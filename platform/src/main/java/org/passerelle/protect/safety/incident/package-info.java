/** What happened to a person, how serious it was, what was done, and who has taken note. */
@NamedInterface("incident")
@NullMarked
package org.passerelle.protect.safety.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
