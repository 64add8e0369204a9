/**
 * Follow-up: visits and calls that are planned after the work has ended, a service was given or
 * somebody has returned; what is missed goes to a supervisor, and signs of exploitation open the
 * case again.
 */
@NamedInterface("followup")
@NullMarked
package org.passerelle.protect.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
