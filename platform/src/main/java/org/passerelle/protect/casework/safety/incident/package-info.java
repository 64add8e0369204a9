/**
 * Incidents: what happened to a person, its severity, what was done, and who has acknowledged it.
 */
@NamedInterface("incident")
@NullMarked
package org.passerelle.protect.casework.safety.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
