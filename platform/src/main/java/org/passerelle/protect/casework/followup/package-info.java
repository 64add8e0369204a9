/**
 * Follow-up: visits and calls planned after a case was closed, a service was given or a person has
 * returned; missed ones are escalated to a supervisor, and signs of exploitation reopen the case.
 */
@NamedInterface("followup")
@NullMarked
package org.passerelle.protect.casework.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
