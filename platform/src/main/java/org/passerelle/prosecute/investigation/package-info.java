/** An investigation: who works on it, what happened when, what has to be done. */
@NamedInterface("investigation")
@NullMarked
package org.passerelle.prosecute.investigation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
