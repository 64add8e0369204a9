/** Case files for courts: compiled from exhibits, sealed, kept as they were sealed. */
@NamedInterface("courtfile")
@NullMarked
package org.passerelle.prosecute.courtfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
