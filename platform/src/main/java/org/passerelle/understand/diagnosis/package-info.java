/**
 * Diagnoses: field research on recruitment, networks and the local response; interviews with
 * informants who are known here by a pseudonym only, visible to the team only.
 */
@NamedInterface("diagnosis")
@NullMarked
package org.passerelle.understand.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
